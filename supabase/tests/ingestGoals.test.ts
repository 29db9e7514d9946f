import { expect, test } from 'vitest'
import { aLiveJourney } from './aLiveJourney.ts'
import { aBareWorkspace } from './aWorkspace.ts'
import { sql } from './database.ts'
import { ingest, type Message } from './ingest.ts'

const entered = '2026-03-02T12:00:00Z'

/** A contact `u` in a journey whose goal counts for a week, or as long as said. */
async function somebodyWithAGoal({
  within = 'P7D',
  zone,
  times,
}: {
  within?: string
  zone?: string
  times?: number
} = {}) {
  const workspace = await aBareWorkspace(zone)
  const journey = await aLiveJourney(workspace)
  await ingest(workspace, [
    {
      user_id: 'u',
      at: entered,
      name: 'Paid',
      enters: [{ journey, goal: 'Paid', goal_within: within }],
      meets: [{ journey, value: 5 }],
    },
  ])
  const meets = (value: number) => [{ journey, value, ...(times && { times }) }]
  const paid = (at: string, value = 10): Message => ({ user_id: 'u', name: 'Paid', at, meets: meets(value) })
  return { workspace, journey, paid }
}

const conversion = async (workspace: string) => {
  const [row] = await sql`select converted_at from public.enrollments where workspace_id = ${workspace}`
  const [counted] = await sql`select sum(count)::int as count, sum(value)::float as value from public.journey_stats
    where workspace_id = ${workspace} and metric = 'converted'`
  return {
    at: row?.converted_at?.toISOString().replace('.000', '') ?? null,
    count: counted?.count ?? 0,
    value: counted?.value ?? 0,
  }
}
const none = { at: null, count: 0, value: 0 }

test('the event that let the contact in does not meet the goal', async () => {
  const { workspace } = await somebodyWithAGoal()
  expect(await conversion(workspace)).toEqual(none)
})

test('an event at the instant of entry counts exactly if it came after the one that let the contact in', async () => {
  const workspace = await aBareWorkspace()
  const journey = await aLiveJourney(workspace)
  const enters = [{ journey, goal: 'Paid', goal_within: 'P7D' }]
  const paid: Message = { user_id: 'u', name: 'Paid', at: entered, meets: [{ journey }] }
  await ingest(workspace, [paid, { user_id: 'u', at: entered, enters }])
  expect(await conversion(workspace)).toEqual(none)
  await ingest(workspace, [paid])
  expect(await conversion(workspace)).toEqual({ at: entered, count: 1, value: 0 })
})

test('the goal counts once, with the worth of the first event that meets it', async () => {
  const { workspace, paid } = await somebodyWithAGoal()
  await ingest(workspace, [paid('2026-03-04T00:00:00Z', 20), paid('2026-03-03T00:00:00Z', 10)])
  await ingest(workspace, [paid('2026-03-05T00:00:00Z', 30)])
  expect(await conversion(workspace)).toEqual({ at: '2026-03-03T00:00:00Z', count: 1, value: 10 })
})

const days = ['2026-03-04', '2026-03-05', '2026-03-06'].map((day) => `${day}T00:00:00Z`)
const [first = '', second = '', third = ''] = days
test.each([
  ['in order, each by itself', [[first], [second], [third]], second],
  ['at once', [[first, second, third]], second],
  ['the later one heard of first', [[second], [first]], second],
  ['the first one alone', [[first]], null],
  ['one after the window', [[first], ['2026-03-09T12:00:00Z']], null],
])('a goal of two is reached by the second, once: %s', async (_, batches, at) => {
  const { workspace, paid } = await somebodyWithAGoal({ times: 2 })
  for (const batch of batches) {
    await ingest(
      workspace,
      batch.map((each) => paid(each)),
    )
  }
  expect(await conversion(workspace)).toEqual(at === null ? none : { at, count: 1, value: 10 })
})

test('the last instant of the window counts, its end does not', async () => {
  const { workspace, paid } = await somebodyWithAGoal()
  await ingest(workspace, [paid('2026-03-09T12:00:00Z')])
  expect(await conversion(workspace)).toEqual(none)
  await ingest(workspace, [paid('2026-03-09T11:59:59Z')])
  expect(await conversion(workspace)).toMatchObject({ at: '2026-03-09T11:59:59Z', count: 1 })
})

test('a window in days follows the calendar of the zone across the change of clocks', async () => {
  const { workspace, paid } = await somebodyWithAGoal({ within: 'P30D', zone: 'Europe/Bucharest' })
  await ingest(workspace, [paid('2026-04-01T11:00:00Z')])
  expect(await conversion(workspace)).toEqual(none)
  await ingest(workspace, [paid('2026-04-01T10:59:59Z')])
  expect(await conversion(workspace)).toMatchObject({ count: 1 })
})

test('a zone this server does not know counts as UTC, and nobody is lost over it', async () => {
  const { workspace, paid } = await somebodyWithAGoal({ within: 'P30D', zone: 'Mars/Olympus' })
  await ingest(workspace, [paid('2026-04-01T11:59:59Z')])
  expect(await conversion(workspace)).toMatchObject({ count: 1 })
})

test('the goal counts after the enrollment has ended', async () => {
  const { workspace, paid } = await somebodyWithAGoal()
  await sql`select private.end_enrollments(${workspace}, array_agg(id), 'done', ${entered}) from public.enrollments where workspace_id = ${workspace}`
  await ingest(workspace, [paid('2026-03-04T00:00:00Z')])
  expect(await conversion(workspace)).toMatchObject({ count: 1 })
})

test('entering and meeting the goal in one batch counts', async () => {
  const workspace = await aBareWorkspace()
  const journey = await aLiveJourney(workspace)
  await ingest(workspace, [
    { user_id: 'u', name: 'Paid', at: '2026-03-03T00:00:00Z', meets: [{ journey }] },
    { user_id: 'u', at: entered, enters: [{ journey, goal: 'Paid', goal_within: 'P7D' }] },
  ])
  expect(await conversion(workspace)).toMatchObject({ count: 1 })
})

test('a journey without a goal counts nothing, and neither does the goal of another version', async () => {
  const { workspace, journey } = await somebodyWithAGoal()
  await ingest(workspace, [
    { user_id: 'u', name: 'Paid', at: '2026-03-03T00:00:00Z', meets: [{ journey, version: 2 }] },
  ])
  await sql`update public.enrollments set goal_until = null where workspace_id = ${workspace}`
  await ingest(workspace, [{ user_id: 'u', name: 'Paid', at: '2026-03-03T00:00:00Z', meets: [{ journey }] }])
  expect(await conversion(workspace)).toEqual(none)
})

test("a visitor's enrollment converts by what the contact does after the merge", async () => {
  const workspace = await aBareWorkspace()
  const journey = await aLiveJourney(workspace)
  await ingest(workspace, [{ anonymous_id: 'a', at: entered, enters: [{ journey, goal: 'Paid', goal_within: 'P7D' }] }])
  await ingest(workspace, [{ user_id: 'u' }])
  await ingest(workspace, [
    { user_id: 'u', anonymous_id: 'a', name: 'Paid', at: '2026-03-03T00:00:00Z', meets: [{ journey }] },
  ])
  expect(await conversion(workspace)).toMatchObject({ count: 1 })
})
