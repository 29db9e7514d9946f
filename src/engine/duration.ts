import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** An ISO 8601 duration longer than nothing, such as `P1DT2H`. */
export const duration = z.string().refine(isDuration, { error: 'duration' })

/** Says whether a text is an ISO 8601 duration above zero. */
export function isDuration(text: string): boolean {
  try {
    return Temporal.Duration.from(text).sign > 0
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
