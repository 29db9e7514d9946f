import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Facts, noFacts } from '../../../src/audience/facts.ts'
import { applyEffects } from '../../../src/engine/applyEffects.ts'
import type { Effect } from '../../../src/engine/effect.ts'
import type { Journey } from '../../../src/engine/journey.ts'
import type { SendingPolicy } from '../../../src/engine/policy.ts'
import { simulate } from '../../../src/engine/simulate.ts'
import { standing } from '../../../src/engine/standing.ts'
import { nodeTypes } from '../../../src/nodes/index.ts'
import { eventNames, LIST, randomJourney } from '../../../src/testing/randomJourneys.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { rpc } from '../_testing/aPerson.ts'
import { aWorkspace, type Workspace } from '../_testing/aWorkspace.ts'
import { later, send, start } from '../_testing/events.ts'
import { sql } from '../_testing/stack.ts'
import { tick } from '../_testing/worker.ts'

const SEED = 20_270_301
const CASES = 300
const AT_ONCE = 6
/** Hours at which the worker looks. It hears of an event at the next of them, late by up to two days. */
const looks = [0, 30, 71, 120, 600]
const END = 600

const open = { byDefault: 'subscribed', doubleOptIn: false } as const
/** Rules that hold most messages back for a while. */
const policy: SendingPolicy = {
  quietHours: { from: '13:00', to: '10:00' },
  caps: [
    { capClass: 'marketing', most: 1, per: 'PT30H' },
    { capClass: 'service', most: 2, per: 'P2D' },
  ],
  topics: { marketing: open, service: open },
}

const happened = fc.record({ name: eventNames, after: fc.nat(120), x: fc.nat(2) })
const passage = fc.record({
  journey: randomJourney,
  events: fc.array(happened, { maxLength: 12 }),
  plan: fc.constantFrom('pro', 'free'),
  timezone: fc.constantFrom('Europe/Bucharest', 'Australia/Lord_Howe', 'America/Sao_Paulo', undefined),
  due: fc.constantFrom('2027-03-02', '2027-03-03T03:30', '2027-03-04T09:00Z', 'soon', undefined),
  locale: fc.constantFrom('ro-RO', 'en', undefined),
  x: fc.nat(2),
})
type Passage = typeof passage extends fc.Arbitrary<infer Value> ? Value : never

test('X10: path, instants, ports, reasons and effects are those of the simulator, for random journeys of every type', async () => {
  const passages = fc.sample(passage, { numRuns: CASES, seed: SEED })
  const workspace = await aWorkspace({ timeZone: 'Asia/Tashkent' })
  await sql`insert into public.segments (workspace_id, id, name) values (${workspace.id}, ${LIST}, 'Regulars')`
  const ids: string[] = []
  for (let from = 0; from < CASES; from += AT_ONCE) {
    const some = passages
      .slice(from, from + AT_ONCE)
      .map(({ journey }, index) => enteredBy(journey, `entered_${from + index}`))
    ids.push(...(await Promise.all(some.map(async (journey) => (await aLiveJourney(workspace, journey)).id))))
  }
  // Afterwards, because some of these journeys could not be published under such rules: their messages would never go out.
  const { quietHours: quiet_hours, caps } = policy
  await rpc(workspace.owner, 'set_sending_policy', { workspace: workspace.id, quiet_hours, caps })
  let people: People = new Map()
  for (const [nth, hours] of looks.entries()) {
    const since = looks[nth - 1] ?? -1
    await send(workspace, passages.flatMap(heardOf({ since, hours })), later({ hours }))
    if (nth === 0) {
      await tellThemApart(workspace)
      people = await peopleOf(workspace)
    }
    await tick(later({ hours }))
  }
  const afterwards = await peopleOf(workspace)
  let steps = 0
  for (const [index, { journey, ...person }] of passages.entries()) {
    const worked = await workedPath(workspace, ids[index] ?? '', afterwards)
    const simulated = await simulatedPath(workspace, { journey, people, enrollment: worked.enrollment })
    expect(simulated, `seed ${SEED}, case ${index}: ${JSON.stringify({ journey, person })}`).toEqual(worked)
    steps += worked.steps.length
  }
  expect(steps).toBeGreaterThan(CASES * 2)
  const [held] = await sql`select count(*) as count from public.deliveries
    where workspace_id = ${workspace.id} and held_because is not null`
  expect(held?.count).toBeGreaterThan(CASES / 15)
}, 120_000)

const enteredBy = (journey: Journey, name: string): Journey => ({
  ...journey,
  nodes: journey.nodes.map((node) =>
    node.type === 'trigger' ? { ...node, data: { on: 'event', event: { name, where: [] } } } : node,
  ),
})

/** What a contact sends in a stretch of time; at the very start, who they are and the event that lets them in. */
const heardOf =
  ({ since, hours }: { since: number; hours: number }) =>
  ({ events, plan, timezone, due, locale, x }: Passage, index: number) => {
    const userId = `u${index}`
    const track = (event: string, at: string, properties: Record<string, unknown>) => ({
      type: 'track',
      userId,
      event,
      timestamp: at,
      properties,
    })
    return [
      ...(hours === 0
        ? [
            {
              type: 'identify',
              userId,
              traits: { email: `${userId}@people.example`, plan, due, locale, timezone },
              timestamp: start,
            },
            track(`entered_${index}`, start, { x, due }),
          ]
        : []),
      ...events
        .filter(({ after }) => after > since && after <= hours)
        .map(({ name, after, x: value }) => track(name, later({ hours: after }), { x: value })),
    ]
  }

async function workedPath({ id: workspaceId }: Workspace, journeyId: string, people: People) {
  const [enrollment] = await sql`
    select id, journey_id, contact_id, entry_event, entered_at, node_id, wake_at, waiting_because, ended_because, last_error from public.enrollments
    where workspace_id = ${workspaceId} and journey_id = ${journeyId}`
  const steps = await sql`
    select node_id, arrived_at, left_at, port, to_node, because from public.step_log
    where workspace_id = ${workspaceId} and enrollment_id = ${enrollment?.id} order by visit`
  const sends = await sql`
    select node_id, due_at, channel, status, because from public.deliveries
    where workspace_id = ${workspaceId} and journey_id = ${journeyId} and channel <> 'webhook' order by id`
  expect(enrollment?.last_error).toBeNull()
  const known = people.get(Number(enrollment?.contact_id))
  return {
    enrollment,
    known: known && knownOf(known),
    steps: steps.map((step) => ({ ...step })),
    sends: sends
      .map(({ node_id, due_at, channel, status, because }) => {
        const what = status === 'skipped' ? `skip ${because}` : channel === 'email' ? 'send' : channel
        return `${due_at.toISOString()} ${node_id} ${what}`
      })
      .sort(),
    stands:
      enrollment?.ended_because ??
      standsAt(enrollment?.node_id, enrollment?.wake_at, enrollment?.waiting_because ?? undefined),
  }
}

/** Before anything happens some are on the list, some have said what they want to hear of, some cannot be reached. */
async function tellThemApart({ id: workspace }: Workspace) {
  await sql`insert into public.segment_members (workspace_id, segment_id, contact_id, since)
    select workspace_id, ${LIST}, id, ${later({ days: -1 })} from public.contacts where workspace_id = ${workspace} and id % 2 = 0`
  await sql`select private.record_consent(workspace_id, id, 'email', case when id % 3 = 0 then '*' else 'marketing' end, false,
      'link', ${later({ days: -1 })})
    from public.contacts where workspace_id = ${workspace} and id % 5 = 0`
  await sql`insert into public.suppressions (workspace_id, channel, address)
    select workspace_id, 'email', email from public.contacts where workspace_id = ${workspace} and id % 11 = 0`
}

type Known = Omit<Facts, 'events' | 'entryEvent'> & { zone: string | null }
type People = ReadonlyMap<number, Known>

/** What is known of everybody, as a worker that asks for all of it hears. */
async function peopleOf({ id: workspace }: Workspace): Promise<People> {
  const rows = await sql`
    select contact.id, private.profile_of(contact) - 'time_zone' as attributes, contact.time_zone, known.changed_at, known.member_of,
      known.subscriptions, known.suppressed, known.sends, known.policy
    from public.contacts contact
    join private.facts_for((select jsonb_agg(jsonb_build_object('workspace_id', workspace_id, 'contact_id', id,
        'asks', '["changes", "membership", "consent", "sends"]'::jsonb)) from public.contacts where workspace_id = ${workspace})) known
      on known.workspace_id = contact.workspace_id and known.contact_id = contact.id
    where contact.workspace_id = ${workspace}`
  return new Map(
    rows.map(({ id, attributes, time_zone, ...row }) => [
      Number(id),
      { attributes, zone: time_zone, ...standing.parse(row).facts },
    ]),
  )
}

/** What is known once all is over, apart from what only says which sends caps no longer look at. */
const knownOf = ({ attributes, changedAt, memberOf, subscriptions, sends }: Omit<Known, 'zone'>) => ({
  attributes,
  changedAt,
  memberOf,
  subscriptions,
  sends: sends.filter(({ capClass }) => policy.caps.some((cap) => cap.capClass === capClass)),
})

async function simulatedPath(
  { id: workspaceId }: Workspace,
  { journey, people, enrollment }: { journey: Journey; people: People; enrollment: Enrollment },
) {
  const { contact_id, entry_event, entered_at } = enrollment ?? {}
  const contact = people.get(contact_id)
  const rows = await sql`
    select id, name, properties, occurred_at from public.events
    where workspace_id = ${workspaceId} and contact_id = ${contact_id} and type = 'track' order by occurred_at, id`
  const events = rows.map(({ id, name, properties, occurred_at }) => ({
    at: occurred_at.getTime(),
    seq: id,
    name,
    properties,
  }))
  const { zone, ...known } = contact ?? { ...noFacts, zone: null }
  const entryEvent = events.find(({ seq }) => seq === entry_event)?.properties ?? {}
  const facts: Facts = { ...known, events, entryEvent }
  const simulation = simulate({
    journey,
    nodeTypes,
    check: { locales: ['en'], sourceLocale: 'en' },
    facts,
    enrollmentId: String(enrollment?.id),
    holdoutKey: `${enrollment?.journey_id}:${contact_id}`,
    zone: zone ?? 'Asia/Tashkent',
    answers: 'none',
    policy,
    start: { nodeId: 'n_0', moment: { at: entered_at.getTime(), seq: entry_event } },
    until: Date.parse(later({ hours: END })),
    limit: 10_000,
  })
  if (simulation.do !== 'ran') throw new Error(JSON.stringify(simulation))
  const { steps, outcome } = simulation
  const after = steps.reduce((known, { left, effects }) => applyEffects(known, effects, { at: left.at, policy }), facts)
  return {
    enrollment,
    known: knownOf(after),
    steps: steps.map(({ nodeId, arrived, left, port, to, because }) => ({
      node_id: nodeId,
      arrived_at: new Date(arrived.at),
      left_at: new Date(left.at),
      port: port ?? null,
      to_node: to ?? null,
      because,
    })),
    sends: steps
      .flatMap(({ left, effects }) =>
        effects
          .filter(({ do: what }) => isHandedOver(what))
          .map((effect) => {
            const what = effect.do === 'skip' ? `skip ${effect.because}` : effect.do
            return `${new Date(left.at).toISOString()} ${effect.nodeId} ${what}`
          }),
      )
      .sort(),
    stands:
      outcome.do === 'end'
        ? outcome.because
        : outcome.do === 'park'
          ? standsAt(outcome.nodeId, new Date(outcome.wakeAt), outcome.because)
          : outcome.do,
  }
}

/** Whoever is still held at a message is so for ever, as quiet hours leave nothing of its own hours; when they look again says nothing. */
const standsAt = (node: string, wakeAt: Date, because: string | undefined) =>
  because === undefined || because === 'asked' ? `${node} until ${wakeAt.toISOString()}` : `${node} held`

/** A request is made while the contact waits; that its answer is heard of is tested where it is sent. */
const isHandedOver = (what: Effect['do']) => what === 'send' || what === 'skip' || what === 'task'

type Enrollment = Awaited<ReturnType<typeof workedPath>>['enrollment']
