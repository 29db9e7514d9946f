import type { Temporal } from 'temporal-polyfill'
import { stretchAt, wallTimeAt } from '../engine/wallClock.ts'

const DAY = 86_400_000

/** The next instant, in epoch milliseconds, after another at which the clocks of a zone are moved; infinity where they never are. */
export const nextTransition = (at: number, zone: string): number => stretchAt(at, zone).to

/**
 * Until when a wall-clock time that the clocks skipped is read as moved forward, in epoch milliseconds, seen from an instant
 * on or after the clock change; the instant itself where no clock change was so near.
 */
export function endOfGap(at: number, zone: string): number {
  const { from, offset } = stretchAt(at, zone)
  if (from === Number.NEGATIVE_INFINITY) return at
  const skipped = offset - stretchAt(from - 1, zone).offset
  return Math.max(at, from + Math.max(skipped, 0))
}

/** The next local midnight after an instant, in epoch milliseconds, unless the clocks are moved before. */
export const nextMidnight = (at: number, zone: string): number => at + DAY - modulo(wallTimeAt(at, zone), DAY)

const modulo = (number: number, by: number): number => ((number % by) + by) % by

/** When a day begins in a zone, in epoch milliseconds; the second time where clocks are set back over midnight and the first is over. */
export function beginsAfter(day: Temporal.PlainDate, at: number, zone: string): number {
  const first = day.toZonedDateTime(zone).epochMilliseconds
  if (first > at) return first
  return day.toPlainDateTime().toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds
}
