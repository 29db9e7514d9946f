import { Temporal } from 'temporal-polyfill'
import { boundedCache } from './boundedCache.ts'

/** How long a date or time is written; Intl's four styles. */
export const formatStyles = ['short', 'medium', 'long', 'full'] as const
export type FormatStyle = (typeof formatStyles)[number]

const dateFormats = boundedCache<string, Intl.DateTimeFormat>(500)
const numberFormats = boundedCache<string, Intl.NumberFormat>(200)
const zones = boundedCache<string, boolean>(1000)

// A locale unknown to Intl would otherwise be formatted in the language of whichever machine does it.
const withFallback = (locale: string): string[] => [locale, 'en']

/** Money as the locale writes it; null for an amount or currency (ISO 4217) that is none. */
export function formatMoney(locale: string, amount: number, currency: string): string | null {
  if (!isCurrency(currency)) return null
  return numberFormats(
    `${locale}|${currency}`,
    () => new Intl.NumberFormat(withFallback(locale), { style: 'currency', currency }),
  ).format(amount)
}

/** A number as the locale writes it. */
export const formatNumber = (locale: string, value: number): string =>
  numberFormats(locale, () => new Intl.NumberFormat(withFallback(locale))).format(value)

/** Says whether a currency has a code in ISO 4217 that Intl knows. */
export const isCurrency = (code: string): boolean => currencies().has(code)

let currencyCodes: ReadonlySet<string> | undefined
const currencies = () => {
  currencyCodes ??= new Set(Intl.supportedValuesOf('currency'))
  return currencyCodes
}

/** Says whether this is a time zone of the IANA database. */
export const isZone = (zone: string): boolean =>
  zones(zone, () => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
    } catch {
      return false
    }
  })

export interface DateFormat {
  locale: string
  zone: string
  dateStyle?: FormatStyle
  timeStyle?: FormatStyle
}

/**
 * A date or time as the locale writes it, seen in the zone. An instant is converted; a plain date or date-time is
 * what it says in every zone. Accepts RFC 3339, plain ISO 8601 and Unix time in seconds or milliseconds; null otherwise.
 */
export function formatDate(value: unknown, { locale, zone, dateStyle, timeStyle }: DateFormat): string | null {
  const moment = readMoment(value)
  if (!moment) return null
  const timeZone = moment.plain ? 'UTC' : zone
  const format = dateFormats(
    `${locale}|${timeZone}|${dateStyle}|${timeStyle}`,
    () => new Intl.DateTimeFormat(withFallback(locale), { timeZone, dateStyle, timeStyle }),
  )
  return format.format(moment.at)
}

const plainDate = /^\d{4}-\d{2}-\d{2}$/
const plainDateTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/
// Beyond this many seconds the year is 5138; beyond it a number can only mean milliseconds.
const LARGEST_SECONDS = 1e11

function readMoment(value: unknown): { at: number; plain: boolean } | null {
  if (typeof value === 'number') return readNumber(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  try {
    if (plainDate.test(text)) {
      return {
        at: Temporal.PlainDate.from(text, { overflow: 'reject' }).toZonedDateTime('UTC').epochMilliseconds,
        plain: true,
      }
    }
    if (plainDateTime.test(text)) {
      return {
        at: Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime('UTC').epochMilliseconds,
        plain: true,
      }
    }
    return { at: Temporal.Instant.from(text).epochMilliseconds, plain: false }
  } catch {
    return null
  }
}

function readNumber(value: number): { at: number; plain: false } | null {
  const at = Math.abs(value) < LARGEST_SECONDS ? value * 1000 : value
  return Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? { at, plain: false } : null
}
