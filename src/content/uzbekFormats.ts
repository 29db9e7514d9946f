import type { Temporal } from 'temporal-polyfill'
import { boundedCache } from './boundedCache.ts'
import type { FormatStyle, LocaleFormats } from './localeFormats.ts'
import { wallClock } from './neutralFormats.ts'

const months = 'yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr'.split(' ')
const shortMonths = 'yan fev mar apr may iyn iyl avg sen okt noy dek'.split(' ')
const days = 'dushanba seshanba chorshanba payshanba juma shanba yakshanba'.split(' ')

const amounts = boundedCache<string, Intl.NumberFormat>(100)
const symbols = boundedCache<string, string>(300)

/** Uzbek in Latin script as CLDR 48 has it; Russian groups digits in the same way and is in every engine. */
export const uzbekFormats: LocaleFormats = {
  number: (value) => amounts('', () => new Intl.NumberFormat('ru', grouping)).format(value),
  money: (value, currency) => `${amount(value, currency)}\u00a0${symbol(currency)}`,
  moment: (moment) => {
    const clock = wallClock(moment)
    const date = moment.dateStyle ? [dateText(clock, moment.dateStyle)] : []
    const time = moment.timeStyle ? [timeText(clock, moment.timeStyle)] : []
    return [...date, ...time].join(', ')
  },
}

const grouping = { useGrouping: 'always' } as const

/** The amount with as many decimals as the currency has. */
const amount = (value: number, currency: string): string =>
  amounts(currency, () => new Intl.NumberFormat('ru', { style: 'currency', currency, ...grouping }))
    .formatToParts(value)
    .filter(({ type }) => type !== 'currency' && type !== 'literal')
    .map(({ value }) => value)
    .join('')

const symbol = (currency: string): string =>
  symbols(currency, () => {
    if (currency === 'UZS') return 'soʻm'
    const parts = new Intl.NumberFormat('en-001', { style: 'currency', currency }).formatToParts(1)
    return parts.find(({ type }) => type === 'currency')?.value ?? currency
  })

function dateText({ year, month, day, dayOfWeek }: Temporal.ZonedDateTime, style: FormatStyle): string {
  switch (style) {
    case 'short':
      return `${two(day)}/${two(month)}/${two(year % 100)}`
    case 'medium':
      return `${day}-${shortMonths[month - 1]}, ${year}`
    case 'long':
      return `${day}-${months[month - 1]}, ${year}`
    case 'full':
      return `${days[dayOfWeek - 1]}, ${day}-${months[month - 1]}, ${year}`
  }
}

/** Long and full times would name the zone; a reader's own zone needs no name. */
const timeText = ({ hour, minute, second }: Temporal.ZonedDateTime, style: FormatStyle): string =>
  [two(hour), two(minute), ...(style === 'short' ? [] : [two(second)])].join(':')

const two = (number: number): string => String(number).padStart(2, '0')
