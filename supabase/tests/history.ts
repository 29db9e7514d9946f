import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { publish } from './aLiveJourney.ts'
import { sql } from './database.ts'
import { ingest, type Message } from './ingest.ts'
import { commitRuns, lend, type Outcome, recordOutcomes, recordSignals } from './worker.ts'

const started = Date.UTC(2026, 2, 2)
const minute = fc.nat(60 * 48)
const at = (minutes: number) => new Date(started + minutes * 60_000).toISOString()
const choice = fc.nat(1000)
const pick = <T>(from: readonly T[], chosen: number): T | undefined => from[chosen % from.length]

const user = fc.constantFrom('u1', 'u2', 'u3', undefined)
const visitor = fc.constantFrom('a1', 'a2', undefined)
const call = fc.record({
  user_id: user,
  anonymous_id: visitor,
  message: fc.constantFrom('m1', 'm2', undefined),
  at: minute,
  locale: fc.constantFrom('en', 'ro', undefined),
  name: fc.constantFrom('Signed Up', 'Signed Up', 'Paid', 'Viewed'),
  node: fc.constantFrom('t', 't2'),
  key: fc.constantFrom('', 'k'),
  reentry: fc.constantFrom('never' as const, 'always' as const),
})
const outcome = fc.record({
  kind: fc.constantFrom<Outcome['kind']>('sent', 'sent', 'skipped', 'failed', 'retried'),
  because: fc.constantFrom('refused', 'noAddress'),
  locale: fc.constantFrom('en', 'ro'),
})

/** One thing that happens to a workspace. Numbers choose among what is there when it happens. */
export const happening = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('ingest' as const), calls: fc.array(call, { minLength: 1, maxLength: 5 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('run' as const),
      at: minute,
      hops: fc.array(choice, { minLength: 1, maxLength: 3 }),
      turn: choice,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end' as const), at: minute, whom: choice }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      at: minute,
      outcomes: fc.array(outcome, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('signal' as const),
      at: minute,
      kind: fc.constantFrom('delivered', 'opened', 'clicked'),
      which: choice,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unsubscribe' as const), at: minute, which: choice }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('publish' as const) }) },
)
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never
type Place = { workspace: string; journey: string }

/** Lets it happen, through the same functions that the edge functions call. */
export async function happen(place: Place, event: Happening) {
  switch (event.do) {
    case 'ingest':
      return ingest(place.workspace, await messages(place, event.calls))
    case 'run':
      return run(place, event)
    case 'end':
      return sql`select private.end_enrollments(${place.workspace}, array_agg(id), 'stopped', ${at(event.at)}) from public.enrollments
        where workspace_id = ${place.workspace} and id % 3 = ${event.whom % 3}`
    case 'send':
      return send(place, event)
    case 'signal': {
      const delivery = pick(await deliveries(place, 'sent'), event.which)
      return delivery && recordSignals(place.workspace, [{ delivery_id: delivery, kind: event.kind, at: at(event.at) }])
    }
    case 'unsubscribe': {
      const delivery = pick(await deliveries(place, 'sent'), event.which)
      return (
        delivery && sql`select private.unsubscribe(${place.workspace}, ${delivery}, false, 'link', ${at(event.at)})`
      )
    }
    case 'publish':
      return publish(place.workspace, place.journey)
  }
}

const deliveries = async ({ workspace }: Place, status: string) =>
  (
    await sql`select id from public.deliveries where workspace_id = ${workspace} and status = ${status} order by id`
  ).map((row) => String(row.id))

async function messages(
  { workspace, journey }: Place,
  calls: (typeof call extends fc.Arbitrary<infer T> ? T : never)[],
): Promise<Message[]> {
  const [{ live = 1 } = {}] =
    await sql`select live_version as live from public.journeys where id = ${journey} and workspace_id = ${workspace}`
  return calls.map(
    ({
      user_id,
      anonymous_id = user_id ? undefined : 'a1',
      message,
      locale,
      node,
      key,
      reentry,
      name,
      at: minutes,
    }) => ({
      ...(user_id && { user_id }),
      ...(anonymous_id && { anonymous_id }),
      ...(message && { message_id: message }),
      ...(locale && { locale, traits: {} }),
      name,
      at: at(minutes),
      properties: { worth: minutes },
      enters:
        name === 'Signed Up' ? [{ journey, version: live, node, key, reentry, goal: 'Paid', goal_within: 'P1D' }] : [],
      meets:
        name === 'Paid'
          ? Array.from({ length: live }, (_, index) => ({ journey, version: index + 1, value: minutes }))
          : [],
    }),
  )
}

/** Moves one enrollment along some nodes, as the engine would: it sends at `hello`, and parks or ends where it arrives. */
async function run({ workspace }: Place, { at: minutes, hops, turn }: Extract<Happening, { do: 'run' }>) {
  const active =
    await sql`select id, node_id, visits from public.enrollments where workspace_id = ${workspace} and ended_at is null order by id`
  const chosen = pick(active, turn)
  if (!chosen) return
  const time = at(minutes)
  const path = [chosen.node_id, ...hops.map((hop) => pick(['hello', 'wait', 'branch'], hop))]
  const steps = path.slice(0, -1).map((node_id, index) => ({
    node_id,
    visit: chosen.visits + index + 1,
    at: time,
    port: pick(['next', 'else'], turn) ?? '',
    to_node: path[index + 1],
  }))
  const last = { node_id: path.at(-1), visit: chosen.visits + path.length, at: time, because: 'finished' }
  const ends = turn % 4 === 0
  await commitRuns(workspace, [
    {
      id: chosen.id,
      node_id: last.node_id,
      at: time,
      visits: chosen.visits + path.length,
      wake_at: ends ? null : time,
      ...(ends && { ended_because: 'finished' }),
      steps: ends ? [...steps, last] : steps,
      sends: steps
        .filter((step) => step.node_id === 'hello')
        .map(({ node_id, visit }) => ({ node_id, visit, at: time })),
    },
  ])
}

async function send(place: Place, { at: minutes, outcomes }: Extract<Happening, { do: 'send' }>) {
  const worker = randomUUID()
  await lend(place.workspace, worker)
  const waiting = await deliveries(place, 'queued')
  const results = outcomes.flatMap((one, index) =>
    waiting[index] ? [{ id: waiting[index], retry_at: at(minutes), ...one }] : [],
  )
  await recordOutcomes(place.workspace, worker, results, at(minutes))
}
