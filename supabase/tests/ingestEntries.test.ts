import { describe, expect, test } from 'vitest'
import { aLiveJourney, publish } from './aLiveJourney.ts'
import { aBareWorkspace } from './aWorkspace.ts'
import { sql } from './database.ts'
import { ingest, type Message } from './ingest.ts'

type Entry = NonNullable<Message['enters']>[number]

async function aWorkspaceWithJourney() {
  const workspace = await aBareWorkspace()
  return { workspace, journey: await aLiveJourney(workspace) }
}

const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 2, day, hour)).toISOString()
const enrollments = (
  workspace: string,
) => sql`select number, entry_key, entry_node, entered_at, ended_because, version, journey_id
  from public.enrollments where workspace_id = ${workspace} order by number, journey_id`
const endAll = (workspace: string) => sql`
  select private.end_enrollments(${workspace}, array_agg(id), 'done', ${at(2)}) from public.enrollments where workspace_id = ${workspace}`

describe('re-entry', () => {
  const rules: [string, Partial<Entry>, boolean, boolean][] = [
    ['never', { reentry: 'never' }, false, false],
    ['always', { reentry: 'always' }, true, true],
    ['after seven days', { reentry: 'after', rest: '7 days' }, false, true],
  ]
  test.each(rules)('"%s" holds while active, before the rest is over, and at its end', async (_, rule, early, late) => {
    const { workspace, journey } = await aWorkspaceWithJourney()
    const enter = async (day: number, hour = 0) => {
      await ingest(workspace, [{ user_id: 'u', at: at(day, hour), enters: [{ journey, ...rule }] }])
      return (await enrollments(workspace)).length
    }
    expect(await enter(1)).toBe(1)
    expect(await enter(9), 'while active').toBe(1)
    await endAll(workspace)
    expect(await enter(7, 23), 'before the rest is over').toBe(early ? 2 : 1)
    await endAll(workspace)
    expect(await enter(8), 'at its end').toBe(1 + Number(early) + Number(late))
  })

  test('D6 twice in one batch enters once', async () => {
    const { workspace, journey } = await aWorkspaceWithJourney()
    const enters = [{ journey, reentry: 'always' as const }]
    await ingest(workspace, [
      { user_id: 'u', at: at(2), enters },
      { user_id: 'u', at: at(1), enters },
    ])
    expect(await enrollments(workspace)).toMatchObject([{ number: 1, entered_at: new Date(at(1)) }])
  })

  test('L2 enrollments of a contact are numbered, and earlier ones stay as they were', async () => {
    const { workspace, journey } = await aWorkspaceWithJourney()
    for (const day of [1, 2, 3]) {
      await ingest(workspace, [{ user_id: 'u', at: at(day), enters: [{ journey, reentry: 'always' }] }])
      await endAll(workspace)
    }
    expect((await enrollments(workspace)).map((row) => [row.number, row.entered_at])).toEqual(
      [1, 2, 3].map((day) => [day, new Date(at(day))]),
    )
  })

  test('L2 with a key, two run side by side, each key by its own rule', async () => {
    const { workspace, journey } = await aWorkspaceWithJourney()
    const booked = (key: string, day: number): Message => ({ user_id: 'u', at: at(day), enters: [{ journey, key }] })
    await ingest(workspace, [booked('B', 2), booked('A', 1), booked('A', 3)])
    await ingest(workspace, [booked('B', 4), booked('C', 5)])
    expect((await enrollments(workspace)).map((row) => [row.number, row.entry_key])).toEqual([
      [1, 'A'],
      [2, 'B'],
      [3, 'C'],
    ])
  })
})

test('a contact enters at the event: its instant, its node, due at once', async () => {
  const { workspace, journey } = await aWorkspaceWithJourney()
  await ingest(workspace, [{ user_id: 'u', locale: 'ro', traits: {}, at: at(1), enters: [{ journey, node: 'other' }] }])
  const [row] = await sql`select enrollment.*, event.id as event from public.enrollments enrollment, public.events event
    where enrollment.workspace_id = ${workspace} and event.workspace_id = ${workspace}`
  const moment = new Date(at(1))
  expect(row).toMatchObject({
    entered_at: moment,
    arrived_at: moment,
    wake_at: moment,
    node_id: 'other',
    entry_node: 'other',
    locale: 'ro',
    visits: 0,
  })
  expect([row?.entry_event, row?.arrived_seq]).toEqual([row?.event, row?.event])
})

test('two journeys take the same contact in', async () => {
  const { workspace, journey } = await aWorkspaceWithJourney()
  const other = await aLiveJourney(workspace)
  await ingest(workspace, [{ user_id: 'u', enters: [{ journey }, { journey: other }] }])
  expect((await enrollments(workspace)).map((row) => row.journey_id).sort()).toEqual([journey, other].sort())
})

test.each(['draft', 'paused', 'stopped'])('a journey that is %s takes nobody in', async (status) => {
  const { workspace, journey } = await aWorkspaceWithJourney()
  await sql`update public.journeys set status = ${status} where id = ${journey}`
  expect(await ingest(workspace, [{ user_id: 'u', enters: [{ journey }] }])).toEqual([0])
  expect(await enrollments(workspace)).toHaveLength(0)
})

test('only the live version takes people in, and who is in an older one stays there', async () => {
  const { workspace, journey } = await aWorkspaceWithJourney()
  await ingest(workspace, [{ user_id: 'u', enters: [{ journey, version: 1 }] }])
  await publish(workspace, journey)
  await ingest(workspace, [{ user_id: 'v', enters: [{ journey, version: 1 }] }])
  await ingest(workspace, [{ user_id: 'w', enters: [{ journey, version: 2 }] }])
  expect((await enrollments(workspace)).map((row) => row.version).sort()).toEqual([1, 2])
})

test('an old event is stored and lets nobody in', async () => {
  const { workspace, journey } = await aWorkspaceWithJourney()
  expect(await ingest(workspace, [{ user_id: 'u', is_old: true, enters: [{ journey }] }])).toEqual([0])
  expect(await enrollments(workspace)).toHaveLength(0)
})

test('a journey of another workspace takes nobody in', async () => {
  const [workspace, other] = [await aBareWorkspace(), await aWorkspaceWithJourney()]
  await ingest(workspace, [{ user_id: 'u', enters: [{ journey: other.journey }] }])
  expect(await sql`select from public.enrollments where journey_id = ${other.journey}`).toHaveLength(0)
})

describe('a merge', () => {
  const join: Message = { user_id: 'u', anonymous_id: 'a', at: at(3) }

  test("ends the visitor's enrollment where the known contact is in the same journey", async () => {
    const { workspace, journey } = await aWorkspaceWithJourney()
    await ingest(workspace, [{ user_id: 'u', at: at(1), enters: [{ journey }] }])
    await ingest(workspace, [{ anonymous_id: 'a', at: at(2), enters: [{ journey }] }])
    await ingest(workspace, [join])
    expect(await enrollments(workspace)).toMatchObject([
      { number: 1, entered_at: new Date(at(1)), ended_because: null },
      { number: 2, entered_at: new Date(at(2)), ended_because: 'merged' },
    ])
  })

  test("keeps the visitor's enrollment in another journey, or under another key", async () => {
    const { workspace, journey } = await aWorkspaceWithJourney()
    const other = await aLiveJourney(workspace)
    await ingest(workspace, [{ user_id: 'u', enters: [{ journey }] }])
    await ingest(workspace, [{ anonymous_id: 'a', enters: [{ journey: other }, { journey, key: 'B' }] }])
    await ingest(workspace, [join])
    const rows =
      await sql`select enrollment.number, enrollment.ended_at, contact.external_id from public.enrollments enrollment
      join public.contacts contact on contact.id = contact_id where enrollment.workspace_id = ${workspace} order by number, entry_key`
    expect(rows).toEqual([1, 1, 2].map((number) => ({ number, ended_at: null, external_id: 'u' })))
  })

  test('takes the log, the messages and the events along', async () => {
    const { workspace, journey } = await aWorkspaceWithJourney()
    await ingest(workspace, [{ user_id: 'u' }, { anonymous_id: 'a', enters: [{ journey }] }])
    const [{ id = 0 } = {}] = await sql`select id from public.enrollments where workspace_id = ${workspace}`
    await sql`insert into public.deliveries (workspace_id, enrollment_id, journey_id, version, contact_id, node_id, visit, channel, topic, due_at)
      select workspace_id, id, journey_id, 1, contact_id, 'm', 1, 'email', '*', now() from public.enrollments where id = ${id}`
    await sql`select private.end_enrollments(${workspace}, array[${id}::bigint], 'done', ${at(2)})`
    await ingest(workspace, [join])
    const owners = await sql`
      select distinct external_id from public.contacts join (
        select workspace_id, contact_id from public.events union all select workspace_id, contact_id from public.deliveries
        union all select workspace_id, contact_id from public.step_log) owned on contact_id = contacts.id
      where owned.workspace_id = ${workspace}`
    expect(owners).toEqual([{ external_id: 'u' }])
  })
})
