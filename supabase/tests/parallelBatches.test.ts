import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aLiveJourney } from './aLiveJourney.ts'
import { aBareWorkspace } from './aWorkspace.ts'
import { claimAlone } from './claimAlone.ts'
import { connect, sql } from './database.ts'
import { ingest, type Message } from './ingest.ts'
import { recount } from './recount.ts'
import { claim, commitRuns } from './worker.ts'

claimAlone()

// Long before everything in other files.
const at = (hour: number) => new Date(Date.UTC(2004, 2, 1, hour)).toISOString()
const people = Array.from({ length: 1000 }, (_, index) => index)

test('many batches about the same new people, each in another order, all go in', async () => {
  const workspace = await aBareWorkspace()
  const connection = connect(4)
  const orders = fc.sample(fc.shuffledSubarray(people, { minLength: people.length }), { seed: 1, numRuns: 12 })
  const batches = orders.map((order) =>
    order.map(
      (n): Message =>
        n % 2 ? { user_id: `u${n}`, message_id: `m${n}` } : { anonymous_id: `a${n}`, message_id: `m${n}` },
    ),
  )
  const stored = await Promise.all(batches.map((batch) => connection.begin((on) => ingest(workspace, batch, on))))
  expect(stored.flat()).toHaveLength(people.length)
  expect(await sql`select from public.contacts where workspace_id = ${workspace}`).toHaveLength(people.length)
})

const call = fc.record({
  user: fc.option(fc.nat(5), { nil: undefined }),
  visitor: fc.nat(5),
  hour: fc.nat(40),
  name: fc.constantFrom('Signed Up', 'Paid', '$identify'),
})
const batches = fc.array(fc.array(call, { minLength: 1, maxLength: 12 }), { minLength: 60, maxLength: 60 })

test('visitors give their names, events come in and workers run, all at once, and nothing is lost or counted twice', async () => {
  const workspace = await aBareWorkspace()
  const journey = await aLiveJourney(workspace)
  const connection = connect(6)
  const enters = [{ journey, reentry: 'always' as const, goal: 'Paid', goal_within: 'P2D' }]
  const messages = (fc.sample(batches, { seed: 2, numRuns: 1 })[0] ?? []).map((calls) =>
    calls.map(
      ({ user, visitor, hour, name }): Message => ({
        ...(user !== undefined && { user_id: `u${user}` }),
        anonymous_id: `a${visitor}`,
        at: at(hour),
        name,
        ...(name === 'Signed Up' && { enters }),
        ...(name === 'Paid' && { meets: [{ journey, value: 0 }] }),
      }),
    ),
  )
  let isOver = false
  const worker = async () => {
    while (!isOver)
      await connection.begin(async (on) => commitRuns(workspace, (await claim(on, workspace, at(100))).map(parked), on))
  }
  const workers = [worker(), worker()]
  const stored = await Promise.all(
    messages.map((batch) => connection.begin((on) => ingest(workspace, batch, on))),
  ).finally(() => {
    isOver = true
  })
  await Promise.all(workers)

  expect(stored.flat()).toHaveLength(messages.flat().length)
  expect(await sql`select from public.events where workspace_id = ${workspace}`).toHaveLength(messages.flat().length)
  expect(await orphans(workspace)).toEqual([])
  expect(await shown(workspace)).toEqual(counted(await recount(workspace, journey)))
  await sql`delete from public.workspaces where id = ${workspace}`
}, 60_000)

/** Every other visit ends, the others wait for `Paid`. */
const parked = ({ id, visits }: { id?: number; visits?: number }) => ({
  id: id ?? 0,
  node_id: 'wait',
  at: at(0),
  visits: (visits ?? 0) + 1,
  ...(visits === 0
    ? {
        wake_at: at(200),
        awaits: ['Paid'],
        steps: [{ node_id: 't', visit: 1, at: at(0), port: 'next', to_node: 'wait' }],
      }
    : {
        ended_because: 'finished',
        steps: [{ node_id: 'wait', visit: (visits ?? 0) + 1, at: at(0), because: 'finished' }],
      }),
  sends: [{ node_id: 'wait', visit: (visits ?? 0) + 1, at: at(0) }],
})

const orphans = (
  workspace: string,
) => sql`select id from public.contacts contact where workspace_id = ${workspace} and not exists (
  select from public.events event where event.workspace_id = contact.workspace_id and contact_id = contact.id)`

const counted = (numbers: Awaited<ReturnType<typeof recount>>) => numbers.map((number) => ({ ...number, value: 0 }))
const shown = async (workspace: string) =>
  (
    await sql`select version, node_id, metric, detail, locale, sum(count)::bigint as count from public.journey_stats
    where workspace_id = ${workspace} group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`
  ).map((row) => ({ ...row, value: 0 }))
