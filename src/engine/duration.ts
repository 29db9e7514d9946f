import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { boundedCache } from '../content/boundedCache.ts'
import { instantOfWallTime, wallTimeAt } from './wallClock.ts'

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
 * The answer is that of `Temporal`, worked out with numbers alone, as this is what most waits and rules ask.
 */
export function addDuration(at: number, lasting: string, zone: string): number {
  const parts = partsOf(lasting)
  if (at < EARLIEST || at > LATEST) return askTemporal(at, lasting, zone)
  if (!parts.isDated) return Math.floor(at + parts.clock)
  const wall = wallTimeAt(at, zone)
  const moved = parts.months === 0 ? wall : addMonths(wall, parts.months)
  return Math.floor(instantOfWallTime(moved + parts.days * DAY, zone) + parts.clock)
}

const askTemporal = (at: number, lasting: string, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).add(lasting).epochMilliseconds

/** So far from the ends of the calendar that a duration does not reach them. */
const EARLIEST = Date.UTC(1000, 0)
const LATEST = Date.UTC(9000, 0)
const DAY = 86_400_000

interface Parts {
  months: number
  days: number
  /** Milliseconds of all that is no calendar unit. */
  clock: number
  isDated: boolean
}

const known = boundedCache<string, Parts>(1000)
const partsOf = (lasting: string): Parts => known(lasting, () => parse(lasting))

function parse(lasting: string): Parts {
  const whole = Temporal.Duration.from(lasting)
  const { years, months, weeks, days } = whole
  const clock = whole.with({ years: 0, months: 0, weeks: 0, days: 0 }).total('milliseconds')
  return { months: years * 12 + months, days: weeks * 7 + days, clock, isDated: years + months + weeks + days !== 0 }
}

/** A month later on the same day, or on the month's last where it is shorter. */
function addMonths(wall: number, months: number): number {
  const date = new Date(wall)
  const month = date.getUTCMonth() + months
  const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate()
  const day = Math.min(date.getUTCDate(), last)
  return Date.UTC(date.getUTCFullYear(), month, day) + (wall - Math.floor(wall / DAY) * DAY)
}
