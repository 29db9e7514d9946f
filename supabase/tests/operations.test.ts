import { beforeEach, expect, test } from 'vitest'
import { aLiveJourney } from './aLiveJourney.ts'
import { asUser } from './asUser.ts'
import { aWorkspace, type Workspace } from './aWorkspace.ts'
import { claimAlone } from './claimAlone.ts'
import { type Runner, sql } from './database.ts'
import { ingest } from './ingest.ts'
import { recount } from './recount.ts'
import { commitRuns, lend, recordOutcomes } from './worker.ts'

claimAlone()

const at = '2004-03-01T12:00:00Z'

let workspace: Workspace
let journey: string
beforeEach(async () => {
  workspace = await aWorkspace()
  journey = await aLiveJourney(workspace.id)
})

const asAdmin = <T>(work: (on: Runner) => Promise<T>) => asUser(workspace.admin.id, work)
const enter = (...users: string[]) =>
  ingest(
    workspace.id,
    users.map((user_id) => ({ user_id, at, enters: [{ journey }] })),
  )
const enrollments = () =>
  sql`select id, wake_at, attempts, last_error, ended_because from public.enrollments where workspace_id = ${workspace.id} order by id`
const deliveries = () => sql`select * from public.deliveries where workspace_id = ${workspace.id} order by due_at, id`
const work = async () => {
  const rows = await asAdmin((on) => on`select * from public.operations(${workspace.id})`)
  return Object.fromEntries(rows.map(({ kind, ...row }) => [kind, { ...row }]))
}
const giveUp = () => sql`update public.enrollments set wake_at = null, attempts = 5, last_error = 'Bad step'
  where workspace_id = ${workspace.id}`

async function failedMessage(user: string) {
  await enter(user)
  const [{ id } = {}] = (await enrollments()).slice(-1)
  await commitRuns(workspace.id, [{ id, node_id: 'hello', at, sends: [{ node_id: 'hello', visit: 1, at }] }])
  await sql`update public.deliveries set status = 'failed', attempts = 5, because = 'refused', last_error = '550 no'
    where workspace_id = ${workspace.id}`
}

test('where nothing is due, all is well', async () => {
  expect(await work()).toEqual({
    enrollments: { due_since: null, due: 0, retrying: 0, given_up: 0, done: 0 },
    deliveries: { due_since: null, due: 0, retrying: 0, given_up: 0, done: 0 },
    signals: { due_since: null, due: 0, retrying: 0, given_up: 0, done: 0 },
  })
})

test('what is due, tried again and given up is counted, since when too, and nothing of others', async () => {
  await enter('due', 'retried', 'stuck')
  const [, retried, stuck] = await enrollments()
  await sql`update public.enrollments set attempts = 2, last_error = 'x' where id = ${retried?.id}`
  await sql`update public.enrollments set attempts = 5, wake_at = null, last_error = 'x' where id = ${stuck?.id}`
  expect((await work()).enrollments).toMatchObject({ due_since: new Date(at), due: 2, retrying: 1, given_up: 1 })
  await sql`update public.journeys set status = 'paused' where workspace_id = ${workspace.id} and id = ${journey}`
  expect((await work()).enrollments).toMatchObject({ due_since: null, due: 0 })
})

test('what was done is counted since the beginning of the hour before', async () => {
  const stat = (metric: string, age: string) =>
    sql`select private.add_stats(array[row(${workspace.id}, ${journey}, 1, 't', ${metric}, '', '', now() - ${age}::interval, 0)::private.stat])`
  for (const metric of ['left', 'ended', 'arrived', 'sent']) await stat(metric, '0')
  await stat('left', '2 hours')
  const { enrollments: steps, deliveries: messages } = await work()
  expect([steps?.done, messages?.done]).toEqual([2, 1])
})

test('an admin sees whom the worker gave up on, with the error, and lets it try again', async () => {
  await enter('u', 'v')
  await giveUp()
  const shown = await asAdmin((on) => on`select * from public.stuck_enrollments(${workspace.id})`)
  expect(shown.map((row) => [row.external_id, row.journey_name, row.node_id, row.last_error])).toEqual([
    ['v', 'Journey', 't', 'Bad step'],
    ['u', 'Journey', 't', 'Bad step'],
  ])
  const retry = (ids: number[] | null) =>
    asAdmin((on) => on`select public.retry_enrollments(${workspace.id}, ${ids}::bigint[]) as count`)
  expect((await retry([shown[1]?.id]))[0]?.count).toBe(1)
  expect(await enrollments()).toMatchObject([
    { attempts: 0, last_error: null, wake_at: expect.any(Date) },
    { attempts: 5, wake_at: null },
  ])
  expect((await retry(null))[0]?.count).toBe(1)
  expect((await work()).enrollments).toMatchObject({ given_up: 0 })
})

test('an admin takes one who is stuck, or all, out of the journey; whoever is on their way stays', async () => {
  await enter('u', 'v')
  await giveUp()
  await enter('well')
  const [first] = await enrollments()
  const end = (ids: number[] | null) =>
    asAdmin((on) => on`select public.end_stuck_enrollments(${workspace.id}, ${ids}::bigint[]) as count`)
  expect((await end([first?.id]))[0]?.count).toBe(1)
  expect((await end(null))[0]?.count).toBe(1)
  expect((await enrollments()).map((row) => row.ended_because)).toEqual(['removedByHand', 'removedByHand', null])
})

test('an admin sees messages that failed for good, and lines them up again as new', async () => {
  await failedMessage('u')
  const [shown] = await asAdmin((on) => on`select * from public.failed_deliveries(${workspace.id})`)
  expect(shown).toMatchObject({ external_id: 'u', channel: 'email', because: 'refused', last_error: '550 no' })
  const [{ count } = {}] = await asAdmin((on) => on`select public.retry_deliveries(${workspace.id}) as count`)
  expect(count).toBe(1)
  expect(await deliveries()).toMatchObject([{ status: 'queued', attempts: 0, because: null, last_error: null }])
  expect((await work()).deliveries).toMatchObject({ given_up: 0, due: 1 })
})

test('a message to somebody who was erased is not lined up again', async () => {
  await failedMessage('u')
  await sql`update public.deliveries set contact_id = null where workspace_id = ${workspace.id}`
  expect(await asAdmin((on) => on`select * from public.failed_deliveries(${workspace.id})`)).toHaveLength(0)
  const [{ count } = {}] = await asAdmin((on) => on`select public.retry_deliveries(${workspace.id}) as count`)
  expect(count).toBe(0)
})

test('what belongs to another workspace is neither tried again nor taken out', async () => {
  await enter('u')
  await giveUp()
  const [theirs] = await enrollments()
  const stranger = await aWorkspace()
  await asUser(stranger.admin.id, async (on) => {
    const ids = [theirs?.id]
    const [moved] = await on`select public.retry_enrollments(${stranger.id}, ${ids}::bigint[]) as retried,
      public.end_stuck_enrollments(${stranger.id}, ${ids}::bigint[]) as ended`
    expect(moved).toEqual({ retried: 0, ended: 0 })
  })
  expect(await enrollments()).toMatchObject([{ wake_at: null, ended_because: null, attempts: 5 }])
})

test('a message that is lined up again no longer counts as failed, and counts as sent once it is', async () => {
  await failedMessage('u')
  await sql`update public.deliveries set status = 'queued' where workspace_id = ${workspace.id}`
  const [{ id } = {}] = await deliveries()
  const worker = crypto.randomUUID()
  const end = async (kind: 'sent' | 'failed') => {
    await lend(workspace.id, worker)
    await recordOutcomes(workspace.id, worker, [{ id, kind, locale: 'en' }], at)
  }
  const numbers = async () => {
    const rows = await sql`select metric, sum(count)::int as count from public.journey_counts
      where workspace_id = ${workspace.id} and metric in ('sent', 'failed') group by 1`
    return Object.fromEntries(rows.map((row) => [row.metric, row.count]))
  }
  const recounted = async () => {
    const rows = await recount(workspace.id, journey)
    return rows
      .filter(({ metric }) => metric === 'sent' || metric === 'failed')
      .map(({ metric, count }) => [metric, count])
  }
  await end('failed')
  expect(await numbers()).toEqual({ failed: 1 })
  await asAdmin((on) => on`select public.retry_deliveries(${workspace.id}, ${[id]}::uuid[])`)
  expect(await numbers()).toEqual({ failed: 0 })
  expect(await recounted()).toEqual([])
  await end('sent')
  expect(await numbers()).toEqual({ failed: 0, sent: 1 })
  expect(await recounted()).toEqual([['sent', 1]])
})
