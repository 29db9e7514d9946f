import { expect, test } from 'vitest'
import { aLiveJourney } from './aLiveJourney.ts'
import { refusal } from './attempt.ts'
import { aBareWorkspace } from './aWorkspace.ts'
import { sql } from './database.ts'
import { ingest, type Message } from './ingest.ts'
import { inTurns } from './inTurns.ts'

const counts = async (workspace: string) => {
  const [row] = await sql`select
    (select count(*) from public.events where workspace_id = ${workspace}) as events,
    (select count(*) from public.contacts where workspace_id = ${workspace}) as contacts,
    (select count(*) from public.enrollments where workspace_id = ${workspace}) as enrollments,
    (select coalesce(sum(count), 0)::bigint from public.journey_stats where workspace_id = ${workspace}) as counted`
  return row
}

test('D1 the same message twice in one batch is stored once and enters once', async () => {
  const workspace = await aBareWorkspace()
  const journey = await aLiveJourney(workspace)
  const message: Message = { user_id: 'u', message_id: 'm', enters: [{ journey, reentry: 'always' }] }
  expect(await ingest(workspace, [message, message])).toEqual([0])
  expect(await counts(workspace)).toEqual({ events: 1, contacts: 1, enrollments: 1, counted: 1 })
})

test('P1 a message that was taken in before is dropped, and its traits with it', async () => {
  const workspace = await aBareWorkspace()
  const journey = await aLiveJourney(workspace)
  const message: Message = { user_id: 'u', message_id: 'm', enters: [{ journey, reentry: 'always' }] }
  await ingest(workspace, [{ ...message, traits: { plan: 'free' } }])
  await sql`update public.enrollments set ended_at = now() where workspace_id = ${workspace}`
  expect(
    await ingest(workspace, [
      { ...message, traits: { plan: 'paid' } },
      { ...message, message_id: 'n' },
    ]),
  ).toEqual([1])
  expect(await counts(workspace)).toMatchObject({ events: 2, enrollments: 2 })
  expect(await sql`select attributes from public.contacts where workspace_id = ${workspace}`).toEqual([
    { attributes: { plan: 'free' } },
  ])
})

test('D1 the same batch twice at the same time is stored once', async () => {
  const workspace = await aBareWorkspace()
  const journey = await aLiveJourney(workspace)
  const batch: Message[] = [
    { user_id: 'u', message_id: 'm1', enters: [{ journey, reentry: 'always' }] },
    { anonymous_id: 'a', message_id: 'm2', enters: [{ journey, reentry: 'always' }] },
    { anonymous_id: 'b', message_id: 'm3' },
  ]
  const answers: number[][] = []
  const take = async (on: Parameters<typeof ingest>[2]) => {
    answers.push(await ingest(workspace, batch, on))
  }
  expect(await inTurns(take, take)).toEqual(['done', 'waited'])
  expect(answers).toEqual([[0, 1, 2], []])
  expect(await counts(workspace)).toEqual({ events: 3, contacts: 3, enrollments: 2, counted: 2 })
})

test('the same message id in two workspaces is two messages', async () => {
  const workspaces = [await aBareWorkspace(), await aBareWorkspace()]
  for (const workspace of workspaces) expect(await ingest(workspace, [{ user_id: 'u', message_id: 'm' }])).toEqual([0])
  for (const workspace of workspaces) expect(await counts(workspace)).toMatchObject({ events: 1, contacts: 1 })
})

test('events are numbered in the order of the batch', async () => {
  const workspace = await aBareWorkspace()
  await ingest(
    workspace,
    ['z', 'm', 'a', 'k'].map((message_id) => ({ user_id: 'u', message_id })),
  )
  const rows = await sql`select message_id from public.events where workspace_id = ${workspace} order by id`
  expect(rows.map((row) => row.message_id)).toEqual(['z', 'm', 'a', 'k'])
})

test.each<[string, Message]>([
  ['names nobody', {}],
  ['has traits that are no object', { user_id: 'v', traits: ['x'] as never }],
  ['has no name', { user_id: 'v', name: null as never }],
])('a batch with a message that %s stores nothing at all', async (_, broken) => {
  const workspace = await aBareWorkspace()
  const journey = await aLiveJourney(workspace)
  const good: Message = { user_id: 'u', anonymous_id: 'a', traits: { plan: 'paid' }, enters: [{ journey }] }
  await refusal(ingest(workspace, [good, broken]))
  expect(await counts(workspace)).toEqual({ events: 0, contacts: 0, enrollments: 0, counted: 0 })
})
