import type { DurationUnit } from './durationText'
import { uzbekAgo, uzbekDate, uzbekDateTime } from './uzbekDates'

const SECOND = 1000
const units: [DurationUnit, number][] = [
  ['year', 365 * 24 * 3600 * SECOND],
  ['month', 30 * 24 * 3600 * SECOND],
  ['week', 7 * 24 * 3600 * SECOND],
  ['day', 24 * 3600 * SECOND],
  ['hour', 3600 * SECOND],
  ['minute', 60 * SECOND],
]

export const formatDate = (iso: string, language: string) =>
  language === 'uz'
    ? uzbekDate(new Date(iso))
    : new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(iso))

export const formatDateTime = (iso: string, language: string) =>
  language === 'uz'
    ? uzbekDateTime(new Date(iso))
    : new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))

export function formatAgo(iso: string, language: string, now = Date.now()) {
  const difference = new Date(iso).getTime() - now
  const [unit, length] = units.find(([, size]) => Math.abs(difference) >= size) ?? (['second', SECOND] as const)
  const amount = Math.round(difference / length)
  if (language === 'uz') return uzbekAgo(amount, unit)
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(amount, unit)
}

/** What the reader's own machine believes; UTC where it will not say. */
export const browserTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

export function timeZoneOptions(language: string) {
  const zones = Intl.supportedValuesOf('timeZone')
  const all = zones.includes('UTC') ? zones : ['UTC', ...zones]
  return all.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' '), hint: offsetOf(zone, language) }))
}

function offsetOf(timeZone: string, language: string) {
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(new Date())
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
}
