import { expect, test } from 'vitest'
import { noFacts } from '../../../src/audience/facts.ts'
import type { Rule } from '../../../src/audience/rule.ts'
import { simulate } from '../../../src/engine/simulate.ts'
import { nodeTypes } from '../../../src/nodes/index.ts'
import { type Entrant, entryOf } from '../../../src/nodes/trigger/entryOf.ts'
import type { TriggerData, TriggerKind } from '../../../src/nodes/trigger/triggerData.ts'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney, type LiveJourney } from '../_testing/aLiveJourney.ts'
import { aWorkspace, type Workspace } from '../_testing/aWorkspace.ts'
import { basic, later, send, start, track } from '../_testing/events.ts'
import { aList, signal } from '../_testing/signals.ts'
import { call, secret, sql } from '../_testing/stack.ts'
import { enrollmentsOf, stepsOf, tick } from '../_testing/worker.ts'

const at = later({ days: 2 })
const zone = 'Asia/Tashkent'

/** What an entry may be asked about: one of these has the entry event of each kind. */
const asked: Rule[] = [
  { if: 'entryEvent', property: 'total', test: { op: 'is', value: 5 } },
  { if: 'entryEvent', property: 'to', test: { op: 'is', value: 'pro' } },
  { if: 'entryEvent', property: 'date', test: { op: 'startsWith', value: '2027-03-03' } },
  { if: 'entryEvent', property: 'occurrence', test: { op: 'is', value: '2027-03-03T17:00' } },
]

interface Case {
  data: TriggerData
  happens: (place: { workspace: Workspace; journey: LiveJourney; list: string }) => Promise<unknown>
}

const nothing = async () => undefined
const cases = (list: string): Record<TriggerKind, Case> => ({
  event: {
    data: { on: 'event', event: { name: 'Paid', where: [] } },
    happens: ({ workspace }) => track(workspace, 'ann', 'Paid', at, { properties: { total: 5 } }),
  },
  segmentEntered: {
    data: { on: 'segmentEntered', segment: list, includePresent: false },
    happens: ({ workspace }) =>
      signal(workspace, 'ann', { name: '$segment_entered', properties: { segment: list }, at }),
  },
  segmentLeft: {
    data: { on: 'segmentLeft', segment: list },
    happens: ({ workspace }) => signal(workspace, 'ann', { name: '$segment_left', properties: { segment: list }, at }),
  },
  attribute: {
    data: { on: 'attribute', attribute: 'plan', to: { op: 'is', value: 'pro' } },
    happens: ({ workspace }) =>
      send(workspace, [{ type: 'identify', userId: 'ann', traits: { plan: 'pro' }, timestamp: at }], at),
  },
  date: { data: { on: 'date', attribute: 'renewal', anniversary: false, at: '17:00' }, happens: nothing },
  schedule: { data: { on: 'schedule', start: '2027-03-03T17:00', zone: 'workspace' }, happens: nothing },
  api: {
    data: { on: 'api' },
    happens: ({ workspace, journey }) =>
      call('/functions/v1/ingest/v1/enter', {
        headers: { ...basic(workspace.writeKey), ...secret(at) },
        body: { journeyId: journey.id, userId: 'ann', data: { total: 5 } },
      }),
  },
  manual: {
    data: { on: 'manual' },
    happens: ({ workspace, journey }) =>
      signal(workspace, 'ann', { name: '$added_by_hand', properties: { journey: journey.id }, at }),
  },
})

test.each(['event', 'segmentEntered', 'segmentLeft', 'attribute', 'date', 'schedule', 'api', 'manual'] as const)(
  'X10: by %s a contact comes in with the event that the simulator makes up, and goes the way it shows',
  async (kind) => {
    const workspace = await aWorkspace({ timeZone: zone })
    await send(workspace, [{ type: 'identify', userId: 'ann', traits: { renewal: '2027-03-03' }, timestamp: start }])
    const list = await aList(workspace, [], start)
    const { data, happens } = cases(list)[kind]
    const ways = Object.fromEntries(asked.map((rule, index) => [`p${index}`, rule]))
    const drawn = aJourney().enteredBy(data).branch(ways).wait('P1D').exit('done').build()
    const journey = await aLiveJourney(workspace, drawn)
    await tick(start)
    await happens({ workspace, journey, list })
    await tick(at)
    await tick(later({ days: 9 }))

    const [enrollment] = await enrollmentsOf(journey)
    const [event] = await sql`
    select event.id, event.name, event.properties, event.occurred_at from public.events event
    join public.enrollments entered on entered.workspace_id = event.workspace_id and entered.entry_event = event.id
    where entered.workspace_id = ${workspace.id} and entered.journey_id = ${journey.id}`
    const made = entryOf(data, { journey: journey.id, node: 'n_1' }, entrant)
    expect([event?.occurred_at.toISOString(), event?.name, event?.properties]).toEqual([at, made.name, made.properties])
    const simulation = simulate({
      journey: drawn,
      nodeTypes,
      check: { locales: ['en'], sourceLocale: 'en' },
      facts: { ...noFacts, ...made.facts, events: [], entryEvent: made.properties },
      zone,
      start: { nodeId: 'n_1', moment: { at: entrant.at, seq: event?.id } },
      enrollmentId: String(enrollment?.id),
      until: Date.parse(later({ days: 9 })),
    })
    const steps = simulation.do === 'ran' ? simulation.steps : []
    expect(
      steps.map(
        ({ left, nodeId, port, because }) => `${new Date(left.at).toISOString()} ${nodeId} ${port ?? `(${because})`}`,
      ),
    ).toEqual(await stepsOf(journey))
    expect(steps).toHaveLength(4)
  },
)

const entrant: Entrant = {
  at: Date.parse(at),
  zone,
  workspaceZone: zone,
  facts: { ...noFacts, attributes: { renewal: '2027-03-03' } },
  properties: { total: 5 },
}
