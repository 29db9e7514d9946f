import { beforeEach, expect, test } from 'vitest'
import { asUser } from './asUser.ts'
import { aWorkspace, type Workspace } from './aWorkspace.ts'
import { sql } from './database.ts'
import { ingest } from './ingest.ts'
import { inTurns } from './inTurns.ts'

let workspace: Workspace
let contact: number
beforeEach(async () => {
  workspace = await aWorkspace()
  await ingest(workspace.id, [{ user_id: 'ana', traits: {}, email: 'ana@people.example' }])
  const [row] = await sql`select id from public.contacts where workspace_id = ${workspace.id}`
  contact = row?.id
})

async function aSegment(reads: { events?: string[]; attributes?: string[] }) {
  const [segment] = await sql`
    insert into public.segments (workspace_id, name, rule, reads_events, reads_attributes)
    values (${workspace.id}, 'Segment', '{}', ${reads.events ?? []}, ${reads.attributes ?? []}) returning id`
  return String(segment?.id)
}
const checks = async (segment: string) =>
  (
    await sql`select contact_id from private.checks
      where workspace_id = ${workspace.id} and subject = ${`segment:${segment}`}`
  ).length
const stateOf = async (segment: string) =>
  (await sql`select state from public.segments where workspace_id = ${workspace.id} and id = ${segment}`)[0]?.state

test('an address that is blocked or freed makes the segments that ask about reaching somebody look', async () => {
  const reachable = await aSegment({ events: ['$message_bounced', '$message_complained'] })
  const other = await aSegment({ events: ['Paid'] })
  await sql`insert into public.suppressions (workspace_id, channel, address) values (${workspace.id}, 'email', 'ana@people.example')`
  expect([await checks(reachable), await checks(other)]).toEqual([1, 0])
  await sql`delete from private.checks where workspace_id = ${workspace.id}`
  await sql`delete from public.suppressions where workspace_id = ${workspace.id}`
  expect([await checks(reachable), await checks(other)]).toEqual([1, 0])
})

test('a topic that everybody gets from now on makes everybody be looked at, where a segment asks about consent', async () => {
  const subscribed = await aSegment({ events: ['$subscribed', '$unsubscribed'] })
  const other = await aSegment({ events: ['Paid'] })
  await sql`update public.topics set by_default = 'unsubscribed' where workspace_id = ${workspace.id}`
  expect([await stateOf(subscribed), await stateOf(other)]).toEqual(['computing', 'ready'])
})

test('what a contact says of being written to is heard of by the segments that ask about it', async () => {
  const subscribed = await aSegment({ events: ['$subscribed', '$unsubscribed'] })
  await asUser(
    workspace.editor.id,
    (transaction) => transaction`select public.set_consent(${workspace.id}, ${contact}, 'email', '*', false)`,
  )
  const [signal] = await sql`select * from private.signals where workspace_id = ${workspace.id}`
  expect(signal?.name).toBe('$unsubscribed')
  await ingest(workspace.id, [
    { type: 'signal', contact_id: contact, name: signal?.name, message_id: signal?.message_id },
  ])
  expect(await checks(subscribed)).toBe(1)
})

test('whoever saves a rule waits for those in the middle of a change, so that none is missed', async () => {
  const segment = await aSegment({ events: ['Paid'] })
  const outcomes = await inTurns(
    (transaction) => ingest(workspace.id, [{ user_id: 'ana', name: 'Viewed' }], transaction),
    (transaction) => transaction`
      select private.save_segment(${workspace.id}, ${segment}, 'Viewers', '{"if": "x"}'::jsonb,
        '{"events": ["Viewed"], "attributes": [], "lists": [], "timedEvents": [], "timedAttributes": [], "takesNewcomers": false}'::jsonb, 1)`,
  )
  expect(outcomes).toEqual(['done', 'waited'])
})
