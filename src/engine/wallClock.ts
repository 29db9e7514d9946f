import { Temporal } from 'temporal-polyfill'
import { boundedCache } from '../content/boundedCache.ts'

/** A time on the wall clock of a zone, in milliseconds, as if it were the time in UTC. */
export type WallTime = number

/** A stretch of time in which the clocks of a zone are not moved; from and to in epoch milliseconds, the end exclusive. */
interface Stretch {
  from: number
  to: number
  offset: number
}

/** The time on the wall clock at an instant, in epoch milliseconds. */
export const wallTimeAt = (at: number, zone: string): WallTime => at + stretchAt(at, zone).offset

/**
 * The instant at which the clocks of a zone show a time, in epoch milliseconds: a time that they skip moves forward by what
 * they skip, of one that comes twice the first counts. As `Temporal` with `compatible`, which is asked near clock changes only.
 */
export function instantOfWallTime(wall: WallTime, zone: string): number {
  const near = stretchAt(wall, zone)
  const guess = wall - near.offset
  const { from, to, offset } = near.from <= guess && guess < near.to ? near : stretchAt(guess, zone)
  const at = wall - offset
  return at >= from + FURTHEST_MOVE && at < to ? at : askTemporal(wall, zone)
}

/** More than any zone ever moved its clocks by: further from a change no time comes twice. */
const FURTHEST_MOVE = 49 * 3_600_000

const askTemporal = (wall: WallTime, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(wall)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
    .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds

const zones = boundedCache<string, Stretch[]>(600)
/** Clock changes of a generation, twice a year. */
const MOST_STRETCHES = 64

/** The stretch an instant lies in; remembered for what is asked again. */
export function stretchAt(at: number, zone: string): Stretch {
  const stretches = zones(zone, () => [])
  for (const stretch of stretches) if (stretch.from <= at && at < stretch.to) return stretch
  const found = stretchAround(at, zone)
  if (stretches.length === MOST_STRETCHES) stretches.pop()
  stretches.unshift(found)
  return found
}

function stretchAround(at: number, zone: string): Stretch {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const before = there.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  return {
    from: before?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: there.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: there.offsetNanoseconds / 1_000_000,
  }
}
