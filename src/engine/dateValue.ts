import { Temporal } from 'temporal-polyfill'
import { addDuration } from './duration.ts'
import { instantOfWallTime, type WallTime } from './wallClock.ts'

/** How a date found in data becomes an instant. */
export interface DateReading {
  /** The local time of a date that has none of its own. */
  at: string
  zone: string
  shift?: { direction: 'before' | 'after'; by: string } | undefined
}

/** The last instant that both the database and RFC 3339 can write. */
const LAST = Date.UTC(9999, 11, 31)

const written = /^\d{4}-\d{2}-\d{2}(?<time>[T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?(?<offset>Z|[+-]\d{2}(:?\d{2})?)?)?$/i

/**
 * The instant that a date in data means, in epoch milliseconds. Read are texts as RFC 3339 writes them: a date, which is
 * taken at `at` in the zone; a date and time, in the zone; or one with its offset from UTC. `shift` counts days on the
 * calendar of the zone.
 */
export function readDate(value: unknown, reading: DateReading): number | 'missing' | 'unreadable' {
  if (value === undefined || value === null) return 'missing'
  if (typeof value !== 'string') return 'unreadable'
  if (value.trim() === '') return 'missing'
  try {
    const instant = shifted(instantOf(value.trim(), reading), reading)
    return instant < LAST ? instant : 'unreadable'
  } catch (error) {
    if (error instanceof RangeError) return 'unreadable'
    throw error
  }
}

function instantOf(text: string, { at, zone }: DateReading): number {
  const parts = written.exec(text)?.groups
  if (!parts) throw new RangeError(`Not a date: ${text}`)
  if (parts.offset) return Temporal.Instant.from(text).epochMilliseconds
  if (parts.time) return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds
  return instantOfWallTime(midnightOf(text) + minutesOf(at) * 60_000, zone)
}

/** Throws where its month has no such day. */
function midnightOf(date: string): WallTime {
  const midnight = new Date(`${date}T00:00Z`)
  if (midnight.toISOString().slice(0, 10) !== date) throw new RangeError(`No such day: ${date}`)
  return midnight.getTime()
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const shifted = (date: number, { shift, zone }: DateReading): number =>
  shift ? addDuration(date, shift.direction === 'before' ? `-${shift.by}` : shift.by, zone) : date
