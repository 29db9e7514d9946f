import { beforeEach, expect, test } from 'vitest'
import { aLiveJourney } from './aLiveJourney.ts'
import { asUser } from './asUser.ts'
import { refusal } from './attempt.ts'
import { aWorkspace, type Workspace } from './aWorkspace.ts'
import { sql } from './database.ts'
import { ingest } from './ingest.ts'

let workspace: Workspace
let people: number[]
beforeEach(async () => {
  workspace = await aWorkspace()
  await ingest(
    workspace.id,
    ['a', 'b', 'c'].map((user_id) => ({ user_id })),
  )
  people = (await sql`select id from public.contacts where workspace_id = ${workspace.id} order by id`).map(
    ({ id }) => id,
  )
})

async function asEditor(call: string, ...args: unknown[]) {
  const [answer] = await asUser(workspace.editor.id, (transaction) =>
    transaction.unsafe(`select public.${call} as answer`, args as never[]),
  )
  return answer?.answer
}
const aList = (name = 'VIP') => asEditor('create_list($1, $2)', workspace.id, name)
const counts = async () =>
  asUser(workspace.viewer.id, (transaction) => transaction`select * from public.segment_counts(${workspace.id})`)
const signals = async () =>
  (
    await sql`select contact_id, name, properties from private.signals where workspace_id = ${workspace.id} order by id`
  ).map(({ contact_id, name, properties }) => [contact_id, name, properties.segment])

test('contacts are put on a list once and taken off once; both are heard of, and counted', async () => {
  const list = await aList()
  expect(await asEditor('add_to_list($1, $2, $3)', workspace.id, list, people.slice(0, 2))).toBe(2)
  expect(await asEditor('add_to_list($1, $2, $3)', workspace.id, list, people)).toBe(1)
  expect(await counts()).toEqual([{ segment_id: list, members: 3 }])
  expect(await asEditor('remove_from_list($1, $2, $3)', workspace.id, list, [people[0], 999_999_999])).toBe(1)
  expect(await asEditor('remove_from_list($1, $2, $3)', workspace.id, list, [people[0]])).toBe(0)
  expect(await counts()).toEqual([{ segment_id: list, members: 2 }])
  expect(await signals()).toEqual([
    ...people.map((id) => [id, '$segment_entered', list]),
    [people[0], '$segment_left', list],
  ])
})

test('nobody is put into a segment with a rule by hand, nor somebody of another workspace on a list', async () => {
  const [segment] =
    await sql`insert into public.segments (workspace_id, name, rule) values (${workspace.id}, 'Rich', '{}') returning id`
  expect((await refusal(asEditor('add_to_list($1, $2, $3)', workspace.id, segment?.id, people))).code).toBe('PT404')
  const other = await aWorkspace()
  await ingest(other.id, [{ user_id: 'a' }])
  const [stranger] = await sql`select id from public.contacts where workspace_id = ${other.id}`
  expect(await asEditor('add_to_list($1, $2, $3)', workspace.id, await aList(), [stranger?.id])).toBe(0)
})

test('the count stays right when contacts go away and when it is added up', async () => {
  const list = await aList()
  for (let turn = 0; turn < 30; turn += 1) {
    await asEditor('add_to_list($1, $2, $3)', workspace.id, list, people)
    await asEditor('remove_from_list($1, $2, $3)', workspace.id, list, people.slice(1))
  }
  await asEditor('add_to_list($1, $2, $3)', workspace.id, list, people)
  await sql`delete from public.contacts where workspace_id = ${workspace.id} and id = ${people[0] ?? 0}`
  expect(await counts()).toEqual([{ segment_id: list, members: 2 }])
  await sql`select private.fold_member_counts()`
  expect(await counts()).toEqual([{ segment_id: list, members: 2 }])
  expect(await sql`select from private.member_counts where workspace_id = ${workspace.id}`).toHaveLength(1)
})

test('a workspace with segments and members can be deleted', async () => {
  await asEditor('add_to_list($1, $2, $3)', workspace.id, await aList(), people)
  await sql`delete from public.workspaces where id = ${workspace.id}`
  expect(await sql`select from private.member_counts where workspace_id = ${workspace.id}`).toHaveLength(0)
})

test('what a segment or a live journey still asks about is not deleted, and the refusal names them', async () => {
  const list = await aList()
  await sql`insert into public.segments (workspace_id, name, rule, reads_lists)
    values (${workspace.id}, 'Best', '{}', ${[list]})`
  const journey = await aLiveJourney(workspace.id)
  await sql`alter table public.journey_versions disable trigger immutable`
  await sql`update public.journey_versions set document = document || ${sql.json({ names: list })}
    where workspace_id = ${workspace.id} and journey_id = ${journey}`
  await sql`alter table public.journey_versions enable trigger immutable`
  const [{ name = '' } = {}] = await sql`select name from public.journeys where id = ${journey}`
  const refused = await refusal(asEditor('delete_segment($1, $2)', workspace.id, list))
  expect(refused).toEqual({ code: 'PT409', message: `It is still used by "${name}", "Best"` })
  await sql`delete from public.segments where workspace_id = ${workspace.id} and name = 'Best'`
  await sql`delete from public.journeys where workspace_id = ${workspace.id}`
  await asEditor('delete_segment($1, $2)', workspace.id, list)
  expect(await sql`select from public.segments where workspace_id = ${workspace.id}`).toHaveLength(0)
})

test('members of a segment come a page at a time, the newest first', async () => {
  const list = await aList()
  await asEditor('add_to_list($1, $2, $3)', workspace.id, list, people)
  const page = (after: number | null) =>
    asUser(
      workspace.viewer.id,
      (transaction) => transaction`select id from public.segment_people(${workspace.id}, ${list}, ${after}, 2)`,
    )
  const [c, b, a] = people.toReversed()
  expect((await page(null)).map(({ id }) => id)).toEqual([c, b])
  expect((await page(b ?? 0)).map(({ id }) => id)).toEqual([a])
})

test('of two batches that touch one contact and segment there is one look, at the earlier time', async () => {
  await sql`insert into public.segments (workspace_id, name, rule, reads_events) values (${workspace.id}, 'Buyers', '{}', '{Paid}')`
  await ingest(workspace.id, [{ user_id: 'a', name: 'Paid', at: '2026-03-02T12:00:00Z' }])
  await ingest(workspace.id, [
    { user_id: 'a', name: 'Paid', at: '2026-03-02T11:00:00Z' },
    { user_id: 'b', name: 'Viewed' },
  ])
  const checks = await sql`select contact_id, due_at from private.checks where workspace_id = ${workspace.id}`
  expect([...checks]).toEqual([{ contact_id: people[0], due_at: new Date('2026-03-02T11:00:00Z') }])
})
