import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** Longer than any journey, short enough for every calendar. */
const LONGEST_DAYS = 36_525

/** An ISO 8601 duration longer than nothing and no longer than a century, such as `P1DT2H`. */
export const duration = z.string().refine(isDuration, { error: 'duration' })

/** Says whether a text is an ISO 8601 duration above zero and up to a century. */
export function isDuration(text: string): boolean {
  try {
    const lasting = Temporal.Duration.from(text)
    return lasting.sign > 0 && lasting.total({ unit: 'days', relativeTo: '2000-01-01' }) <= LONGEST_DAYS
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/**
 * The instant that lies a duration after another, both in epoch milliseconds.
 * Days, weeks, months and years are calendar units of the zone: a day across a clock change keeps its wall-clock time.
 */
export function addDuration(at: number, lasting: string, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).add(lasting).epochMilliseconds
}
