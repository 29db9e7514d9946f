import { boundedCache } from './boundedCache.ts'
import { type FormatStyle, type LocaleFormats, localeFormats } from './localeFormats.ts'
import { canonicaliseLocale } from './locales.ts'
import { neutralFormats } from './neutralFormats.ts'
import { readMoment } from './readMoment.ts'

const formats = boundedCache<string, LocaleFormats>(200)

const formatsOf = (locale: string): LocaleFormats =>
  formats(locale, () => {
    const canonical = canonicaliseLocale(locale).locale
    return canonical ? localeFormats(canonical) : neutralFormats
  })

/** Money as the locale writes it; null for a currency that is none (ISO 4217). */
export const formatMoney = (locale: string, amount: number, currency: string): string | null =>
  isCurrency(currency) ? formatsOf(locale).money(amount, currency) : null

/** A number as the locale writes it. */
export const formatNumber = (locale: string, value: number): string => formatsOf(locale).number(value)

/** Says whether a currency has a code in ISO 4217 that Intl knows. */
export const isCurrency = (code: string): boolean => currencies().has(code)

let currencyCodes: ReadonlySet<string> | undefined
const currencies = () => {
  currencyCodes ??= new Set(Intl.supportedValuesOf('currency'))
  return currencyCodes
}

export interface DateFormat {
  locale: string
  zone: string
  dateStyle?: FormatStyle
  timeStyle?: FormatStyle
}

/**
 * A date or time as the locale writes it, seen in the zone. An instant is converted; a plain date or date-time is
 * what it says in every zone. See `readMoment` for what can be read; null for the rest.
 */
export function formatDate(value: unknown, { locale, zone, dateStyle, timeStyle }: DateFormat): string | null {
  const moment = readMoment(value)
  if (!moment) return null
  const { epochMilliseconds, plain } = moment
  return formatsOf(locale).moment({ epochMilliseconds, zone: plain ? 'UTC' : zone, dateStyle, timeStyle })
}
