import { randomUUID } from 'node:crypto'
import type { Workspace } from './aWorkspace.ts'
import { type Answer, call, secret } from './stack.ts'

/** The day on which these tests begin: a Monday. */
export const start = '2027-03-01T12:00:00.000Z'

type Span = { days?: number; hours?: number; minutes?: number; seconds?: number; ms?: number }

/** The instant so long after the start. */
export function later({ days = 0, hours = 0, minutes = 0, seconds = 0, ms = 0 }: Span): string {
  const span = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + ms
  return new Date(Date.parse(start) + span).toISOString()
}

export const basic = (writeKey: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`,
})

/** Sends Segment calls in one batch, with the clock at `at`. */
export const send = ({ writeKey }: Workspace, batch: unknown[], at = start): Promise<Answer> =>
  call('/v1/batch', { headers: { ...basic(writeKey), ...secret(at) }, body: { batch } })

type Event = { properties?: Record<string, unknown>; timestamp?: string; messageId?: string }

/** Somebody did something, at `at` and heard of at once. */
export const track = (workspace: Workspace, userId: string, event: string, at = start, more: Event = {}) =>
  send(workspace, [{ type: 'track', userId, event, timestamp: at, ...more }], at)

/** Makes a contact known under an address of its own, and answers its id and address. */
export async function aContact(workspace: Workspace, traits: Record<string, unknown> = {}, at = start) {
  const userId = randomUUID()
  const email = `${userId}@people.example`
  await send(workspace, [{ type: 'identify', userId, traits: { email, ...traits }, timestamp: at }], at)
  return { userId, email: typeof traits.email === 'string' ? traits.email : email }
}
