import { Temporal } from 'temporal-polyfill'
import { boundedCache } from './boundedCache.ts'
import type { Instant, LocaleFormats } from './localeFormats.ts'

const amounts = boundedCache<string, Intl.NumberFormat>(100)
const plain = new Intl.NumberFormat('en', { useGrouping: false })

const amount = (value: number, currency: string): string =>
  amounts(
    currency,
    () => new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code', useGrouping: false }),
  )
    .formatToParts(value)
    .filter(({ type }) => type !== 'currency' && type !== 'literal')
    .map(({ value }) => value)
    .join('')

/** The wall clock in a zone. */
export const wallClock = ({ epochMilliseconds, zone }: Instant): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(zone)

/** ISO 8601 dates, ISO 4217 codes and plain numbers: understood in every language, and no other language's words. */
export const neutralFormats: LocaleFormats = {
  number: (value) => plain.format(value),
  money: (value, currency) => `${amount(value, currency)}\u00a0${currency}`,
  moment: (moment) => {
    const clock = wallClock(moment)
    const date = moment.dateStyle ? [clock.toPlainDate().toString()] : []
    const time = moment.timeStyle ? [clock.toPlainTime().toString({ smallestUnit: 'minute' })] : []
    return [...date, ...time].join(' ')
  },
}
