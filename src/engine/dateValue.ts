import { Temporal } from 'temporal-polyfill'

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
    const instant = shifted(zoned(value.trim(), reading), reading).epochMilliseconds
    return instant < LAST ? instant : 'unreadable'
  } catch (error) {
    if (error instanceof RangeError) return 'unreadable'
    throw error
  }
}

function zoned(text: string, { at, zone }: DateReading): Temporal.ZonedDateTime {
  const parts = written.exec(text)?.groups
  if (!parts) throw new RangeError(`Not a date: ${text}`)
  if (parts.offset) return Temporal.Instant.from(text).toZonedDateTimeISO(zone)
  if (parts.time) return Temporal.PlainDateTime.from(text).toZonedDateTime(zone)
  return Temporal.PlainDate.from(text).toPlainDateTime(at).toZonedDateTime(zone)
}

function shifted(date: Temporal.ZonedDateTime, { shift }: DateReading): Temporal.ZonedDateTime {
  if (!shift) return date
  return shift.direction === 'before' ? date.subtract(shift.by) : date.add(shift.by)
}
