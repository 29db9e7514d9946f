import { Temporal } from 'temporal-polyfill'

const inZone = (at: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

/** The next instant, in epoch milliseconds, after another at which the clocks of a zone are moved; infinity where they never are. */
export const nextTransition = (at: number, zone: string): number =>
  inZone(at, zone).getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY

/**
 * Until when a wall-clock time that the clocks skipped is read as moved forward, in epoch milliseconds, seen from an instant
 * on or after the clock change; the instant itself where no clock change was so near.
 */
export function endOfGap(at: number, zone: string): number {
  const changed = inZone(at + 1, zone).getTimeZoneTransition('previous')
  if (!changed) return at
  const skipped = (changed.offsetNanoseconds - changed.subtract({ milliseconds: 1 }).offsetNanoseconds) / 1_000_000
  return Math.max(at, changed.epochMilliseconds + Math.max(skipped, 0))
}

/** The first local midnight after an instant, in epoch milliseconds. */
export const nextMidnight = (at: number, zone: string): number =>
  beginsAfter(inZone(at, zone).toPlainDate().add({ days: 1 }), at, zone)

/** When a day begins in a zone, in epoch milliseconds; the second time where clocks are set back over midnight and the first is over. */
export function beginsAfter(day: Temporal.PlainDate, at: number, zone: string): number {
  const first = day.toZonedDateTime(zone).epochMilliseconds
  if (first > at) return first
  return day.toPlainDateTime().toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds
}
