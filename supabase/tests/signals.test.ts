import { beforeEach, expect, test } from 'vitest'
import { aLiveJourney } from './aLiveJourney.ts'
import { aBareWorkspace } from './aWorkspace.ts'
import { claimAlone } from './claimAlone.ts'
import { sql } from './database.ts'
import { ingest } from './ingest.ts'
import { commitRuns } from './worker.ts'

claimAlone()

let workspace: string
let journey: string
const noon = '2027-03-01T12:00:00Z'
const early = '2027-03-01T11:59:59Z'

beforeEach(async () => {
  workspace = await aBareWorkspace()
  journey = await aLiveJourney(workspace)
  await ingest(workspace, [{ user_id: 'u', at: early, traits: { plan: 'free', score: 2 }, enters: [{ journey }] }])
})

const contactId = async () =>
  Number((await sql`select id from public.contacts where workspace_id = ${workspace}`)[0]?.id)

async function raise(messageId: string, contact: number, at = noon) {
  await sql`select private.raise_signals(array[row(${workspace}::uuid, ${messageId}::text, ${contact}::bigint, '$added', '{}'::jsonb,
    ${at}::timestamptz)::private.signal])`
}
const waiting = async () =>
  (
    await sql`select message_id, name, properties from private.signals where workspace_id = ${workspace} order by id`
  ).map((row) => ({
    ...row,
  }))

/** Runs one enrollment that changes its contact. */
async function change(...changes: Record<string, unknown>[]) {
  const [enrollment] = await sql`select id from public.enrollments where workspace_id = ${workspace}`
  const asked = changes.map((each) => ({ visit: 1, at: noon, change: each }))
  await commitRuns(workspace, [{ id: Number(enrollment?.id), node_id: 't', at: noon, changes: asked }])
}
const profile = async () =>
  (await sql`select attributes, changed_at from public.contacts where workspace_id = ${workspace}`)[0]

test('a signal is lined up once and taken in when it is due', async () => {
  const contact = await contactId()
  // Before everything in other files: a claim takes the workspace that waits longest.
  const [before, due] = ['2001-03-01T11:59:59Z', '2001-03-01T12:00:00Z']
  for (const id of ['one', 'one', 'two']) await raise(id, contact, due)
  const claim = async (clock: string) =>
    (await sql`select message_id from private.claim_signals(${clock}, 10)`).map(({ message_id }) => message_id)
  expect(await claim(before)).toEqual([])
  expect(await claim(due)).toEqual(['one', 'two'])
  expect(await waiting()).toEqual([])
})

test('a signal of a contact who was merged meanwhile is about the one they became', async () => {
  await ingest(workspace, [{ anonymous_id: 'a' }])
  const [visitor] = await sql`select id from public.contacts where workspace_id = ${workspace} and external_id is null`
  await ingest(workspace, [{ user_id: 'u', anonymous_id: 'a' }])
  await ingest(workspace, [{ type: 'signal', contact_id: Number(visitor?.id), name: '$added', message_id: 's' }])
  const [event] = await sql`select contact_id from public.events where workspace_id = ${workspace} and message_id = 's'`
  expect(Number(event?.contact_id)).toBe(await contactId())
})

test('a signal about somebody who is gone is passed over; what is beside it is stored', async () => {
  const fresh = await ingest(workspace, [
    { type: 'signal', contact_id: 99_999_999, name: '$added', message_id: 'lost' },
    { user_id: 'u', name: 'Paid' },
  ])
  expect(fresh).toHaveLength(1)
})

test('a step’s changes are made in their order, and each attribute knows since when it is what it is', async () => {
  await change(
    { set: 'plan', value: 'pro' },
    { add: 'score', by: 0.1 },
    { add: 'score', by: 0.2 },
    { add: 'points', by: 5 },
  )
  expect(await profile()).toMatchObject({
    attributes: { plan: 'pro', score: 2 + 0.1 + 0.2, points: 5 },
    changed_at: {
      plan: expect.stringContaining('2027-03-01T12:00'),
      points: expect.stringContaining('2027-03-01T12:00'),
    },
  })
  await change({ unset: 'plan' })
  expect((await profile())?.attributes).not.toHaveProperty('plan')
})

test('what is set to what it was has not changed', async () => {
  const before = await profile()
  await change({ set: 'plan', value: 'free' })
  expect(await profile()).toEqual(before)
})

test('traits that say something new are noted with their time; the same again is not', async () => {
  const later = '2027-03-02T12:00:00Z'
  await ingest(workspace, [{ user_id: 'u', at: later, traits: { plan: 'free', score: 3 } }])
  expect(await profile()).toMatchObject({
    changed_at: {
      plan: expect.stringContaining('2027-03-01T11:59'),
      score: expect.stringContaining('2027-03-02T12:00'),
    },
  })
})

test('a step puts a contact on a list once, and takes them off; both are signals', async () => {
  const [list] =
    await sql`insert into public.segments (workspace_id, name) values (${workspace}, 'Regulars') returning id`
  const members = async () =>
    (
      await sql`select contact_id from public.segment_members where workspace_id = ${workspace} and segment_id = ${list?.id}`
    ).length
  await change({ list: list?.id, member: true })
  await change({ list: list?.id, member: true })
  expect(await members()).toBe(1)
  await sql`delete from private.signals where workspace_id = ${workspace}`
  await change({ list: list?.id, member: false })
  expect(await members()).toBe(0)
  await change({ list: list?.id, member: false })
  expect(await waiting()).toMatchObject([{ name: '$segment_left', properties: { segment: list?.id } }])
})

test('a segment with a rule is nobody’s to fill by hand', async () => {
  const [segment] =
    await sql`insert into public.segments (workspace_id, name, rule) values (${workspace}, 'Rich', '{}') returning id`
  await change({ list: segment?.id, member: true })
  expect(await sql`select from public.segment_members where workspace_id = ${workspace}`).toHaveLength(0)
})
