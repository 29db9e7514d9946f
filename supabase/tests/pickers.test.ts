import { beforeAll, expect, test } from 'vitest'
import { asUser } from './asUser.ts'
import { aWorkspace, type Workspace } from './aWorkspace.ts'
import { ingest } from './ingest.ts'

let workspace: Workspace

beforeAll(async () => {
  workspace = await aWorkspace()
  await ingest(workspace.id, [
    { user_id: 'u', name: 'Paid', at: '2026-03-01T00:00:00Z' },
    { user_id: 'u', name: 'Signed Up', at: '2026-03-03T00:00:00Z' },
    { user_id: 'v', name: 'Paid', at: '2026-03-02T00:00:00Z' },
    { user_id: 'v', name: '$identify', traits: { plan: 'paid', city: null } },
    { user_id: 'u', name: '$identify', traits: { plan: 'free', 'first name': 'Ana' } },
  ])
})

test('event names come once each, the most recently happened first, without the calls that are no events', async () => {
  const rows = await asUser(workspace.viewer.id, (as) => as`select * from public.event_names(${workspace.id})`)
  expect(rows).toEqual([
    { name: 'Signed Up', last_at: new Date('2026-03-03T00:00:00Z') },
    { name: 'Paid', last_at: new Date('2026-03-02T00:00:00Z') },
  ])
})

test('attribute names come once each in alphabetical order', async () => {
  const rows = await asUser(workspace.viewer.id, (as) => as`select name from public.attribute_names(${workspace.id})`)
  expect(rows.map((row) => row.name)).toEqual(['city', 'first name', 'plan'])
})

test('a workspace without contacts has none of either', async () => {
  const empty = await aWorkspace()
  const names = await asUser(empty.owner.id, async (as) => [
    ...(await as`select * from public.event_names(${empty.id})`),
    ...(await as`select * from public.attribute_names(${empty.id})`),
  ])
  expect(names).toEqual([])
})
