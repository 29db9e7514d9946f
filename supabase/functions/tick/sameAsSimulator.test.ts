import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Facts, noFacts } from '../../../src/audience/facts.ts'
import type { Effect } from '../../../src/engine/effect.ts'
import type { Journey } from '../../../src/engine/journey.ts'
import type { SendingPolicy } from '../../../src/engine/policy.ts'
import { simulate } from '../../../src/engine/simulate.ts'
import { nodeTypes } from '../../../src/nodes/index.ts'
import { eventNames, randomJourney } from '../../../src/testing/randomJourneys.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { rpc } from '../_testing/aPerson.ts'
import { aWorkspace, type Workspace } from '../_testing/aWorkspace.ts'
import { later, send, start } from '../_testing/events.ts'
import { sql } from '../_testing/stack.ts'
import { tick } from '../_testing/worker.ts'

const SEED = 20_270_301
const CASES = 80
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
  const { quietHours: quiet_hours, caps } = policy
  await rpc(workspace.owner, 'set_sending_policy', { workspace: workspace.id, quiet_hours, caps })
  const ids: string[] = []
  for (const [index, { journey }] of passages.entries()) {
    ids.push((await aLiveJourney(workspace, enteredBy(journey, `entered_${index}`))).id)
  }
  let people: Profiles = new Map()
  for (const [nth, hours] of looks.entries()) {
    const since = looks[nth - 1] ?? -1
    await send(workspace, passages.flatMap(heardOf({ since, hours })), later({ hours }))
    if (nth === 0) people = await profilesOf(workspace)
    await tick(later({ hours }))
  }
  let steps = 0
  for (const [index, { journey, ...person }] of passages.entries()) {
    const worked = await workedPath(workspace, ids[index] ?? '')
    const simulated = await simulatedPath(workspace, { journey, people, enrollment: worked.enrollment })
    expect(simulated, `seed ${SEED}, case ${index}: ${JSON.stringify({ journey, person })}`).toEqual(worked)
    steps += worked.steps.length
  }
  expect(steps).toBeGreaterThan(CASES * 2)
  const [held] = await sql`select count(*) as count from public.deliveries
    where workspace_id = ${workspace.id} and held_because is not null`
  expect(held?.count).toBeGreaterThan(CASES / 10)
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

async function workedPath({ id: workspaceId }: Workspace, journeyId: string) {
  const [enrollment] = await sql`
    select id, journey_id, contact_id, entry_event, entered_at, node_id, wake_at, ended_because, last_error from public.enrollments
    where workspace_id = ${workspaceId} and journey_id = ${journeyId}`
  const steps = await sql`
    select node_id, arrived_at, left_at, port, to_node, because from public.step_log
    where workspace_id = ${workspaceId} and enrollment_id = ${enrollment?.id} order by visit`
  const sends = await sql`
    select node_id, due_at from public.deliveries
    where workspace_id = ${workspaceId} and journey_id = ${journeyId} and channel <> 'webhook' order by id`
  expect(enrollment?.last_error).toBeNull()
  return {
    enrollment,
    steps: steps.map((step) => ({ ...step })),
    sends: sends.map(({ node_id, due_at }) => `${due_at.toISOString()} ${node_id}`).sort(),
    stands: enrollment?.ended_because ?? `${enrollment?.node_id} until ${enrollment?.wake_at.toISOString()}`,
  }
}

type Profiles = ReadonlyMap<number, Pick<Facts, 'attributes' | 'changedAt'> & { zone: string | null }>

/** What is known of everybody before any step has changed it. */
async function profilesOf({ id: workspaceId }: Workspace): Promise<Profiles> {
  const rows = await sql`
    select id, attributes || jsonb_strip_nulls(jsonb_build_object('email', email, 'locale', locale)) as attributes, time_zone,
      (select jsonb_object_agg(key, extract(epoch from value::timestamptz) * 1000) from jsonb_each_text(changed_at)) as changed
    from public.contacts where workspace_id = ${workspaceId}`
  return new Map(
    rows.map(({ id, attributes, changed, time_zone }) => [
      id,
      { attributes, changedAt: changed ?? {}, zone: time_zone },
    ]),
  )
}

async function simulatedPath(
  { id: workspaceId }: Workspace,
  { journey, people, enrollment }: { journey: Journey; people: Profiles; enrollment: Worked['enrollment'] },
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
  const facts: Facts = {
    ...noFacts,
    attributes: contact?.attributes ?? {},
    changedAt: contact?.changedAt ?? {},
    events,
    entryEvent: events.find(({ seq }) => seq === entry_event)?.properties,
  }
  const simulation = simulate({
    journey,
    nodeTypes,
    check: { locales: ['en'], sourceLocale: 'en' },
    facts,
    enrollmentId: String(enrollment?.id),
    holdoutKey: `${enrollment?.journey_id}:${contact_id}`,
    zone: contact?.zone ?? 'Asia/Tashkent',
    answers: 'none',
    policy,
    start: { nodeId: 'n_0', moment: { at: entered_at.getTime(), seq: entry_event } },
    until: Date.parse(later({ hours: END })),
    limit: 10_000,
  })
  if (simulation.do !== 'ran') throw new Error(JSON.stringify(simulation))
  const { steps, outcome } = simulation
  return {
    enrollment,
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
          .map(({ nodeId }) => `${new Date(left.at).toISOString()} ${nodeId}`),
      )
      .sort(),
    stands:
      outcome.do === 'end'
        ? outcome.because
        : `${outcome.nodeId} until ${outcome.do === 'park' ? new Date(outcome.wakeAt).toISOString() : outcome.do}`,
  }
}

/** A request is made while the contact waits; that its answer is heard of is tested where it is sent. */
const isHandedOver = (what: Effect['do']) => what === 'send' || what === 'skip' || what === 'task'

type Worked = Awaited<ReturnType<typeof workedPath>>
