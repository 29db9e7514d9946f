import { boundedCache } from './boundedCache.ts'
import type { Instant, LocaleFormats } from './localeFormats.ts'

const dateFormats = boundedCache<string, Intl.DateTimeFormat>(500)
const numberFormats = boundedCache<string, Intl.NumberFormat>(200)

/** Intl's own formats; its objects are slow to make, so they are kept. */
export const intlFormats = (locale: string): LocaleFormats => ({
  number: (value) => numberFormats(locale, () => new Intl.NumberFormat(locale)).format(value),
  money: (amount, currency) =>
    numberFormats(`${locale}|${currency}`, () => new Intl.NumberFormat(locale, { style: 'currency', currency })).format(
      amount,
    ),
  moment: (moment) => dateFormat(locale, moment).format(moment.epochMilliseconds),
})

const dateFormat = (locale: string, { zone, dateStyle, timeStyle }: Instant): Intl.DateTimeFormat =>
  dateFormats(
    `${locale}|${zone}|${dateStyle}|${timeStyle}`,
    () => new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle, timeStyle }),
  )
