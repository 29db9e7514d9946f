import { Temporal } from 'temporal-polyfill'
import { readDate } from '../../engine/dateValue.ts'
import type { TriggerOn } from './triggerData.ts'

/** A date that comes round: the instant, in epoch milliseconds, and the day it is counted from. */
export interface Due {
  at: number
  date: string
}

/** What a contact's date is read by. `zone` is that of the contact's calendar. */
export interface DateOf {
  value: unknown
  zone: string
}

type DateTrigger = Omit<TriggerOn<'date'>, 'on' | 'attribute'>

/**
 * When a date lets its contact in next, strictly after an instant in epoch milliseconds; nothing where the date is missing,
 * cannot be read, or lies behind. An anniversary is every year after the date's own, at the trigger's time of day; 29 February
 * is kept on the 28th in years without it. `shift` counts days on the contact's calendar.
 */
export function nextDue(
  { anniversary, at, shift }: DateTrigger,
  { value, zone }: DateOf,
  after: number,
): Due | undefined {
  if (!anniversary) {
    const instant = readDate(value, { at, zone, shift })
    return typeof instant === 'number' && instant > after ? { at: instant, date: String(value).trim() } : undefined
  }
  const first = firstDay(value, zone)
  if (!first) return undefined
  const reading = { at, zone, shift }
  for (const year of yearsAround(after, { zone, shift, firstYear: first.year })) {
    const date = first.with({ year }).toString()
    const instant = readDate(date, reading)
    if (typeof instant === 'number' && instant > after) return { at: instant, date }
  }
  return undefined
}

/** The day that a date names, as its contact reads it. */
function firstDay(value: unknown, zone: string): Temporal.PlainDate | undefined {
  const instant = readDate(value, { at: '12:00', zone })
  if (typeof instant !== 'number') return undefined
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate()
}

type Around = { zone: string; shift: DateTrigger['shift']; firstYear: number }

/** The years whose anniversary may be the first after an instant: where a shift leads back to, and one on each side. */
function yearsAround(after: number, { zone, shift, firstYear }: Around): number[] {
  const there = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone)
  const back = !shift ? there : shift.direction === 'before' ? there.add(shift.by) : there.subtract(shift.by)
  const from = Math.max(back.year - 1, firstYear + 1)
  return [from, from + 1, from + 2, from + 3]
}
