import { Temporal } from 'temporal-polyfill'
import { formatDate } from '@/content/formats'

/** An instant as a field for date and time holds it, seen in a zone: `2026-03-28T10:00`. */
export const wallTime = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

/** The instant that a wall clock of a zone means; nothing where it is not complete. */
export function instantOf(wall: string, zone: string): number | undefined {
  try {
    return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

export const instantText = (at: number, { zone, language }: { zone: string; language: string }): string =>
  formatDate(new Date(at).toISOString(), { locale: language, zone, dateStyle: 'medium', timeStyle: 'short' }) ?? ''
