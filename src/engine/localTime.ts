import { z } from 'zod'
import { instantOfWallTime, wallTimeAt } from './wallClock.ts'
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

/** A window in a document. Left out, every day counts; an empty list of days is not configured yet. */
export const timeWindow = z.strictObject({
  from: timeOfDay,
  to: timeOfDay,
  overnight: z.boolean().optional(),
  on: z.array(z.enum(weekdays)).max(7).optional(),
})

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
    const closes = instantOfWallTime(wallTime(span.endsNextDay ? day + 1 : day, span.to), zone)
    if (opens < closes && from < closes) return Math.max(opens, from)
  }
  return undefined
}

/** Days of the zone's calendar from the one at an instant on, numbered from 1970-01-01; `first` of them earlier or later. */
function* localDays(at: number, zone: string, first: number): Generator<number> {
  const today = dayAt(at, zone)
  for (let days = first; days < DAYS_AHEAD; days += 1) yield today + days
}

const DAY = 86_400_000
const dayAt = (at: number, zone: string): number => Math.floor(wallTimeAt(at, zone) / DAY)

/** 1970 began on a Thursday. */
const isOn = (day: number, on: Days): boolean =>
  on === undefined || on.some((each) => weekdays.indexOf(each) === (((day + 3) % 7) + 7) % 7)

/** Nothing where the calendar of the zone has no such day. */
function instantOn(day: number, time: string, zone: string): number | undefined {
  const instant = instantOfWallTime(wallTime(day, time), zone)
  return dayAt(instant, zone) === day ? instant : undefined
}

const wallTime = (day: number, time: string): number =>
  day * DAY + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000
