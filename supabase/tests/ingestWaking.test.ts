import { expect, test } from 'vitest'
import { aLiveJourney } from './aLiveJourney.ts'
import { aBareWorkspace } from './aWorkspace.ts'
import { sql } from './database.ts'
import { ingest, type Message } from './ingest.ts'

const parkedAt = '2026-03-02T12:00:00Z'
const deadline = '2026-03-09T12:00:00Z'
const later = '2026-03-03T08:00:00Z'

/** A contact `u` (or visitor `a`) who waits until the deadline for the events `Paid` and `Called`. */
async function aParkedContact(who: Message = { user_id: 'u' }) {
  const workspace = await aBareWorkspace()
  const journey = await aLiveJourney(workspace)
  await ingest(workspace, [{ ...who, at: parkedAt, enters: [{ journey }] }])
  await sql`update public.enrollments set awaits = '{Paid,Called}', wake_at = ${deadline} where workspace_id = ${workspace}`
  return workspace
}

const wakes = async (workspace: string) => {
  const [row] = await sql`select wake_at from public.enrollments where workspace_id = ${workspace}`
  return row?.wake_at?.toISOString().replace('.000', '')
}

test('an awaited event wakes at the event', async () => {
  const workspace = await aParkedContact()
  await ingest(workspace, [{ user_id: 'u', name: 'Called', at: later }])
  expect(await wakes(workspace)).toBe(later)
})

test('of several the earliest wakes, and a later one does not delay', async () => {
  const workspace = await aParkedContact()
  await ingest(workspace, [
    { user_id: 'u', name: 'Paid', at: '2026-03-04T00:00:00Z' },
    { user_id: 'u', name: 'Called', at: later },
  ])
  await ingest(workspace, [{ user_id: 'u', name: 'Paid', at: '2026-03-05T00:00:00Z' }])
  expect(await wakes(workspace)).toBe(later)
})

test.each<[string, Message]>([
  ['another event', { user_id: 'u', name: 'Viewed', at: later }],
  ["somebody else's event", { user_id: 'v', name: 'Paid', at: later }],
  ['one from before the entry', { user_id: 'u', name: 'Paid', at: '2026-03-02T11:59:59Z' }],
  ['one that is old', { user_id: 'u', name: 'Paid', at: later, is_old: true }],
])('%s wakes nobody', async (_, message) => {
  const workspace = await aParkedContact()
  await ingest(workspace, [message])
  expect(await wakes(workspace)).toBe(deadline)
})

test('one at the instant of arrival, taken in afterwards, wakes', async () => {
  const workspace = await aParkedContact()
  await ingest(workspace, [{ user_id: 'u', name: 'Paid', at: parkedAt }])
  expect(await wakes(workspace)).toBe(parkedAt)
})

test('one that was given up is not revived, nor one that has ended', async () => {
  const workspace = await aParkedContact()
  await sql`update public.enrollments set wake_at = null, attempts = 5 where workspace_id = ${workspace}`
  await ingest(workspace, [{ user_id: 'u', name: 'Paid', at: later }])
  expect(await wakes(workspace)).toBeUndefined()
})

test('a merge wakes whoever waits, because the other may have done it already', async () => {
  const workspace = await aParkedContact()
  await ingest(workspace, [{ anonymous_id: 'a', name: 'Paid', at: later }])
  expect(await wakes(workspace)).toBe(deadline)
  await ingest(workspace, [{ user_id: 'u', anonymous_id: 'a', name: '$identify', at: '2026-03-04T00:00:00Z' }])
  expect(await wakes(workspace)).toBe('2026-03-03T00:00:00Z')
})

test('a merge wakes the visitor too, and no one who waits for time alone', async () => {
  const workspace = await aParkedContact({ anonymous_id: 'a' })
  await ingest(workspace, [{ user_id: 'u', name: 'Paid', at: later }])
  await ingest(workspace, [{ user_id: 'u', anonymous_id: 'a' }])
  expect(await wakes(workspace)).toBe('2026-03-03T00:00:00Z')
  const plain = await aParkedContact({ anonymous_id: 'a' })
  await sql`update public.enrollments set awaits = '{}' where workspace_id = ${plain}`
  await ingest(plain, [{ user_id: 'u' }, { user_id: 'u', anonymous_id: 'a' }])
  expect(await wakes(plain)).toBe(deadline)
})
