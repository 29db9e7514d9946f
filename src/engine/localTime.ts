import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Weekday, weekdays } from './weekday.ts'

/** A time of day on the wall clock, from `00:00` to `23:59`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Days of the week; every day where they are left out, none where the list is empty. */
type Days = readonly Weekday[] | undefined

/** Two weekly turns: a day that the calendar of a zone skipped, as Samoa's in 2011, is passed over. */
const DAYS_AHEAD = 15

/**
 * The next time of day strictly after an instant, both in epoch milliseconds, on the calendar of a zone; nothing where no
 * day is chosen. A time that the clocks skip moves forward by what they skip; of one that comes twice the first counts.
 */
export function nextLocalTime({ at, on }: { at: string; on?: Days }, after: number, zone: string): number | undefined {
  for (const day of localDays(after, zone, 0)) {
    const instant = isOn(day, on) ? instantOn(day, at, zone) : undefined
    if (instant !== undefined && instant > after) return instant
  }
  return undefined
}

/** Hours of the day during which something may happen; see `windowAsRead` for how its two times are read. */
export interface TimeWindow {
  from: string
  to: string
  overnight?: boolean | undefined
  on?: Days
}

/**
 * The start and end of a window as they are meant; nothing where it is empty. An end of `00:00` is the end of the day. Two
 * times in reverse are swapped, unless the window says that it goes on over midnight.
 */
export function windowAsRead({ from, to, overnight }: TimeWindow) {
  if (to === '00:00') return { from, to, endsNextDay: true }
  if (from === to) return undefined
  if (from < to) return { from, to, endsNextDay: false }
  return overnight ? { from, to, endsNextDay: true } : { from: to, to: from, endsNextDay: false }
}

/**
 * The first instant at or after another that lies in the window, in epoch milliseconds; nothing where it is empty or no day
 * is chosen. The end is exclusive. A window over midnight belongs to the day on which it opens.
 */
export function nextInWindow(window: TimeWindow, from: number, zone: string): number | undefined {
  const span = windowAsRead(window)
  if (!span) return undefined
  for (const day of localDays(from, zone, -1)) {
    const opens = isOn(day, window.on) ? instantOn(day, span.from, zone) : undefined
    if (opens === undefined) continue
    const closes = wallClock(span.endsNextDay ? day.add({ days: 1 }) : day, span.to, zone).epochMilliseconds
    if (opens < closes && from < closes) return Math.max(opens, from)
  }
  return undefined
}

function* localDays(at: number, zone: string, first: number): Generator<Temporal.PlainDate> {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
  for (let days = first; days < DAYS_AHEAD; days += 1) yield today.add({ days })
}

const isOn = ({ dayOfWeek }: Temporal.PlainDate, on: Days): boolean =>
  on === undefined || on.some((each) => weekdays.indexOf(each) === dayOfWeek - 1)

/** Nothing where the calendar of the zone has no such day. */
function instantOn(day: Temporal.PlainDate, time: string, zone: string): number | undefined {
  const there = wallClock(day, time, zone)
  return there.toPlainDate().equals(day) ? there.epochMilliseconds : undefined
}

const wallClock = (day: Temporal.PlainDate, time: string, zone: string): Temporal.ZonedDateTime =>
  day.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' })
