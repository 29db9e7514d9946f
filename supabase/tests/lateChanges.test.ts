import { afterEach, beforeEach, expect, test } from 'vitest'
import { aLiveJourney } from './aLiveJourney.ts'
import { aBareWorkspace } from './aWorkspace.ts'
import { sql } from './database.ts'
import { ingest, noon } from './ingest.ts'
import { commitRuns } from './worker.ts'

let workspace: string
beforeEach(async () => {
  workspace = await aBareWorkspace()
})
afterEach(async () => {
  await sql`delete from public.workspaces where id = ${workspace}`
})

const day = (count: number) => new Date(Date.parse(noon) + count * 86_400_000).toISOString()

/** A worker that comes late does in one run what steps asked for on several days. */
async function changed(changes: { at: string; change: Record<string, unknown> }[]) {
  const journey = await aLiveJourney(workspace)
  await ingest(workspace, [{ user_id: 'ana', traits: { plan: 'free' }, enters: [{ journey }] }])
  const [passage] = await sql`select id from public.enrollments where workspace_id = ${workspace}`
  await commitRuns(workspace, [
    { id: Number(passage?.id), node_id: 't', at: noon, changes: changes.map((each, visit) => ({ visit, ...each })) },
  ])
  const [contact] = await sql`select attributes, changed_at from public.contacts where workspace_id = ${workspace}`
  return contact
}

test('an attribute has its value since the change that gave it, not since the last that was asked for', async () => {
  const contact = await changed([
    { at: day(1), change: { set: 'plan', value: 'pro' } },
    { at: day(2), change: { add: 'score', by: 2 } },
    { at: day(3), change: { set: 'plan', value: 'pro' } },
    { at: day(4), change: { add: 'score', by: 0 } },
  ])
  expect(contact?.attributes).toEqual({ plan: 'pro', score: 2 })
  const since = Object.entries<string>(contact?.changed_at).map(([name, at]) => [name, new Date(at).toISOString()])
  expect(Object.fromEntries(since)).toMatchObject({ plan: day(1), score: day(2) })
})

test('each turn on and off a list is heard of at its own instant, and who came back is on it since then', async () => {
  const [made] =
    await sql`insert into public.segments (workspace_id, name) values (${workspace}, 'Regulars') returning id`
  const list = made?.id
  const turns = [true, true, false, true].map((member, index) => ({ at: day(index + 1), change: { list, member } }))
  await changed(turns)
  const signals = await sql`select name, at from private.signals where workspace_id = ${workspace} order by at`
  expect(signals.map(({ name, at }) => `${name} ${at.toISOString()}`)).toEqual([
    `$segment_entered ${day(1)}`,
    `$segment_left ${day(3)}`,
    `$segment_entered ${day(4)}`,
  ])
  const members = await sql`select since from public.segment_members where workspace_id = ${workspace}`
  expect(members.map(({ since }) => since.toISOString())).toEqual([day(4)])
})
