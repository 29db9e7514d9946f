import { type Context, filters, type Liquid } from 'liquidjs'
import { isZone } from '../engine/zone.ts'
import { formatDate, formatMoney, formatNumber } from './formats.ts'
import { warns } from './issue.ts'
import { mailContext } from './liquidContext.ts'
import { type FormatStyle, formatStyles } from './localeFormats.ts'

/**
 * Liquid's own filters that are kept: those that make no markup, read no clock, are not random, and cost no more than
 * liquidjs counts. `concat` is left out because a list that doubles itself grows faster than its count.
 */
const kept = [
  'abs',
  'append',
  'at_least',
  'at_most',
  'capitalize',
  'ceil',
  'compact',
  'divided_by',
  'downcase',
  'first',
  'floor',
  'join',
  'last',
  'lstrip',
  'map',
  'minus',
  'modulo',
  'plus',
  'prepend',
  'remove',
  'remove_first',
  'replace',
  'replace_first',
  'reverse',
  'round',
  'rstrip',
  'size',
  'slice',
  'sort',
  'split',
  'strip',
  'strip_newlines',
  'sum',
  'times',
  'truncate',
  'truncatewords',
  'uniq',
  'upcase',
  'url_encode',
  'where',
] as const

/** liquidjs does not export this type by name. */
type FilterImplOptions = Liquid['filters'][string]
type Handler = (this: { context: Context }, value: unknown, ...args: unknown[]) => unknown

function money(this: { context: Context }, value: unknown, currency: unknown = '') {
  const { run } = mailContext(this.context)
  const amount = readNumber(value)
  if (amount === null) return isNothing(value) ? '' : unreadable(this.context, 'numberUnreadable', 'money')
  const text = formatMoney(run.locale, amount, String(currency))
  if (text === null) run.report(warns('currencyUnknown', { name: String(currency).slice(0, 20) }))
  return text ?? formatNumber(run.locale, amount)
}

function number(this: { context: Context }, value: unknown) {
  const amount = readNumber(value)
  if (amount === null) return isNothing(value) ? '' : unreadable(this.context, 'numberUnreadable', 'number')
  return formatNumber(mailContext(this.context).run.locale, amount)
}

function date(this: { context: Context }, value: unknown, style: unknown = 'medium', timeStyle?: unknown) {
  const { locale, zone } = where(this.context)
  if (isNothing(value)) return ''
  const dateStyle = readStyle(this.context, style)
  const time = timeStyle === undefined ? {} : { timeStyle: readStyle(this.context, timeStyle) }
  return formatDate(value, { locale, zone, dateStyle, ...time }) ?? unreadable(this.context, 'dateUnreadable', 'date')
}

function time(this: { context: Context }, value: unknown, style: unknown = 'short') {
  const { locale, zone } = where(this.context)
  if (isNothing(value)) return ''
  const timeStyle = readStyle(this.context, style)
  return formatDate(value, { locale, zone, timeStyle }) ?? unreadable(this.context, 'dateUnreadable', 'time')
}

function fallback(this: { context: Context }, value: unknown, words: unknown = '') {
  const missing = isNothing(value) || value === false || (Array.isArray(value) && value.length === 0)
  if (missing) mailContext(this.context).defaulted = true
  return missing ? words : value
}

/** Every value is escaped where it is put, so this changes nothing; templates from other systems often carry it. */
const unchanged: Handler = (value) => value

/** The filters a template may use, by name. */
export const mailFilters: ReadonlyMap<string, FilterImplOptions> = new Map<string, FilterImplOptions>([
  ...kept.map((name): [string, FilterImplOptions] => [name, filters[name] ?? unchanged]),
  ['money', money],
  ['number', number],
  ['date', date],
  ['time', time],
  ['default', fallback],
  ['escape', unchanged],
])

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

function readNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

function where(context: Context): { locale: string; zone: string } {
  const { locale, zone, report } = mailContext(context).run
  if (isZone(zone)) return { locale, zone }
  report(warns('zoneInvalid', { zone: zone.slice(0, 60) }))
  return { locale, zone: 'UTC' }
}

function readStyle(context: Context, written: unknown): FormatStyle {
  const style = formatStyles.find((known) => known === written)
  if (!style) mailContext(context).run.report(warns('dateStyleUnknown', { name: String(written).slice(0, 40) }))
  return style ?? 'medium'
}

function unreadable(context: Context, code: 'dateUnreadable' | 'numberUnreadable', filter: string): '' {
  mailContext(context).run.report(warns(code, { filter }))
  return ''
}
