import { Temporal } from 'temporal-polyfill'

/**
 * The two ways a date is written, the same for JavaScript and Postgres: a plain date, and an instant with its offset. The day
 * must also be one of its month. Anything else – a local time without offset, a number, another order – is no date.
 */
export const PLAIN_DATE = '^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'
export const INSTANT = `${PLAIN_DATE.slice(0, -1)}T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,9})?)?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])$`

const plainDate = new RegExp(PLAIN_DATE)
const instant = new RegExp(INSTANT)

/** Says whether a text is a date or an instant as rules know them. */
export const isWrittenDate = (text: string): boolean =>
  (plainDate.test(text) || instant.test(text)) && isDayOfMonth(text.slice(0, 10))

function isDayOfMonth(date: string): boolean {
  const day = new Date(`${date}T00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)
}

/**
 * The instant a value stands for, in epoch milliseconds, rounded down; nothing where it is no date. A plain date begins at the
 * first instant of that day in the zone.
 */
export function instantOf(value: unknown, zone: string): number | undefined {
  if (typeof value !== 'string' || !isWrittenDate(value)) return undefined
  return plainDate.test(value) ? startOfDay(value, zone) : Date.parse(value.replace(/([.][0-9]{3})[0-9]+/, '$1'))
}

/** The first instant of a day in a zone, in epoch milliseconds. */
export const startOfDay = (date: string, zone: string): number =>
  Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds

/** The last plain date that begins before an instant in a zone or, if `orAt`, no later than it. */
export function lastDateBeginning(at: number, zone: string, orAt: boolean): string {
  let day = dayOf(at, zone)
  const begins = () => day.toZonedDateTime(zone).epochMilliseconds
  while (orAt ? begins() > at : begins() >= at) day = day.subtract({ days: 1 })
  for (let next = day.add({ days: 1 }); ; next = next.add({ days: 1 })) {
    const begun = next.toZonedDateTime(zone).epochMilliseconds
    if (orAt ? begun > at : begun >= at) return day.toString()
    day = next
  }
}

/**
 * The days of the year, `MM-DD`, whose anniversary is today in the zone. In years without one, 29 February is kept on the 28th.
 */
export function anniversariesAt(at: number, zone: string): string[] {
  const today = dayOf(at, zone)
  const written = today.toString().slice(-5)
  return written === '02-28' && !today.inLeapYear ? [written, '02-29'] : [written]
}

const dayOf = (at: number, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
