import { z } from 'zod'
import { canonicaliseLocale } from '../../../src/content/locales.ts'
import { isZone } from '../../../src/engine/zone.ts'
import type { SegmentCall } from './segmentCall.ts'

/** A call as the database takes it in. Times are epoch milliseconds until they are sent. */
export interface Item {
  i: number
  /** A signal is what happened inside; its contact is known. */
  type: SegmentCall['type'] | 'signal'
  message_id: string
  user_id?: string | undefined
  anonymous_id?: string | undefined
  contact_id?: number
  name: string
  properties: Record<string, unknown>
  at: number
  traits?: Record<string, unknown>
  email?: string
  locale?: string
  time_zone?: string
  is_old: boolean
}

/** Something about an accepted call that its sender should know; the call was stored all the same. */
export interface Warning {
  index: number
  code: 'invalid_email' | 'invalid_locale' | 'invalid_time_zone'
  message: string
}

/** Older events are kept as history but let nobody in and wake nobody: an import of last year must not send mail. */
export const OLD_AFTER = 72 * 3_600_000
/** How far a sender's clock may be ahead; up to this the event counts as happening now. */
export const AHEAD_AT_MOST = 3_600_000

/** Nothing anybody did can be older; it also keeps times within what Postgres and JavaScript both can say. */
export const EARLIEST = 0

/** The time of a call, corrected for the sender's clock as Segment does: by how long before sending it happened. */
export function timeOf(
  call: SegmentCall,
  { now, isMoved, sentAt }: { now: number; isMoved: boolean; sentAt?: string | undefined },
) {
  const written = call.timestamp ?? call.originalTimestamp
  if (written === undefined) return now
  const sent = call.sentAt ?? sentAt
  return sent === undefined || isMoved ? Date.parse(written) : now - (Date.parse(sent) - Date.parse(written))
}

/** Makes the item of a valid call. `at` is its corrected time. */
export function itemOf(
  call: SegmentCall,
  { index, at, now }: { index: number; at: number; now: number },
): { item: Item; warnings: Warning[] } {
  const item: Item = {
    i: index,
    type: call.type,
    message_id: call.messageId ?? `perennial-${crypto.randomUUID()}`,
    user_id: call.userId,
    anonymous_id: call.type === 'alias' ? call.previousId : call.anonymousId,
    ...contentOf(call),
    at: Math.min(at, now),
    is_old: at < now - OLD_AFTER,
  }
  const warnings: Warning[] = []
  if (call.type === 'identify')
    Object.assign(
      item,
      profileOf(call, (code, value) => {
        warnings.push({
          index,
          code,
          message: `"${String(value).slice(0, 100)}" was kept as a trait but cannot be used.`,
        })
      }),
    )
  return { item, warnings }
}

function contentOf(call: SegmentCall): { name: string; properties: Record<string, unknown> } {
  switch (call.type) {
    case 'track':
      return { name: call.event, properties: call.properties ?? {} }
    case 'page':
    case 'screen':
      return { name: `$${call.type}`, properties: { ...call.properties, ...(call.name && { name: call.name }) } }
    case 'identify':
      return { name: '$identify', properties: call.traits ?? {} }
    case 'group':
      return { name: '$group', properties: { ...call.traits, groupId: call.groupId } }
    case 'alias':
      return { name: '$alias', properties: { previousId: call.previousId } }
  }
}

type Identify = Extract<SegmentCall, { type: 'identify' }>

/** What of the traits has a column of its own. A value that cannot be used leaves the column alone. */
function profileOf(call: Identify, warn: (code: Warning['code'], value: unknown) => void) {
  const traits = call.traits ?? {}
  const profile: Pick<Item, 'traits' | 'email' | 'locale' | 'time_zone'> = { traits }

  if (isGiven(traits.email)) {
    const email = z.email().max(320).safeParse(traits.email)
    if (email.success) profile.email = email.data
    else warn('invalid_email', traits.email)
  }
  const wantedLocale = traits.locale ?? traits.language ?? call.context?.locale
  if (isGiven(wantedLocale)) {
    const { locale } = canonicaliseLocale(wantedLocale)
    if (locale) profile.locale = locale
    else warn('invalid_locale', wantedLocale)
  }
  const wantedZone = traits.timezone ?? traits.time_zone ?? call.context?.timezone
  if (isGiven(wantedZone)) {
    if (typeof wantedZone === 'string' && isZone(wantedZone)) profile.time_zone = wantedZone
    else warn('invalid_time_zone', wantedZone)
  }
  return profile
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== ''
