import type postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aLiveJourney } from './aLiveJourney.ts'
import { become } from './asUser.ts'
import { aWorkspace, type Workspace } from './aWorkspace.ts'
import { type Runner, sql } from './database.ts'
import { ingest, type Message } from './ingest.ts'
import { inTurns } from './inTurns.ts'

let workspace: Workspace
let journey: string
let contact: number

beforeEach(async () => {
  workspace = await aWorkspace()
  journey = await aLiveJourney(workspace.id)
  await ingest(workspace.id, [{ user_id: 'u' }])
  contact = Number((await sql`select id from public.contacts where workspace_id = ${workspace.id}`)[0]?.id)
})
afterEach(async () => {
  await sql`delete from public.workspaces where id = ${workspace.id}`
})

const enters =
  (who: Message = { user_id: 'u' }, more = {}) =>
  (on: Runner = sql) =>
    ingest(workspace.id, [{ ...who, enters: [{ journey, reentry: 'always', ...more }] }], on)
const removes = async (on: postgres.TransactionSql) => {
  await become(on, workspace.editor.id)
  const [row] = await on`select public.remove_from_journey(${workspace.id}, ${journey}, ${contact}) as outcome`
  return row?.outcome
}
const passages = async () =>
  (await sql`select ended_because from public.enrollments where workspace_id = ${workspace.id} order by id`).map(
    ({ ended_because }) => ended_because,
  )

test('who is removed while being let in is removed from what they were just let into', async () => {
  expect(await inTurns(enters(), removes)).toEqual(['done', 'waited'])
  expect(await passages()).toEqual(['removedByHand'])
})

test('who is let in while being removed stays out', async () => {
  expect(await inTurns(removes, enters())).toEqual(['done', 'waited'])
  expect(await passages()).toEqual([])
})

test('somebody who turns out to be a contact that was removed stays out too', async () => {
  await ingest(workspace.id, [{ anonymous_id: 'a' }])
  const known = contact
  contact = Number(
    (await sql`select id from public.contacts where workspace_id = ${workspace.id} and external_id is null`)[0]?.id,
  )
  await sql.begin(removes)
  await ingest(workspace.id, [{ user_id: 'u', anonymous_id: 'a' }])
  const kept = await sql`select contact_id from public.journey_exclusions where workspace_id = ${workspace.id}`
  expect(kept.map(({ contact_id }) => Number(contact_id))).toEqual([known])
  await enters()()
  expect(await passages()).toEqual([])
})

test('by hand re-entry does not count, but a passage that goes on does', async () => {
  await enters()()
  await enters(undefined, { reentry: 'never', by_hand: true })()
  expect(await passages()).toEqual([null])
  await sql`update public.enrollments set ended_at = now(), ended_because = 'exit', wake_at = null
    where workspace_id = ${workspace.id}`
  await enters(undefined, { reentry: 'never' })()
  expect(await passages()).toEqual(['exit'])
  await enters(undefined, { reentry: 'never', by_hand: true })()
  expect(await passages()).toEqual(['exit', null])
})
