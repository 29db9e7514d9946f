import { describe, expect, test } from 'vitest'
import { formatDate, formatMoney } from './formats.ts'

const shown = (text: string | null) => text?.replace(/[\u00a0\u202f]/g, ' ')

test.each([
  ['en', 'EUR', '€1,234.50'],
  ['ro', 'EUR', '1.234,50 EUR'],
  ['nl', 'EUR', '€ 1.234,50'],
  ['fi', 'EUR', '1 234,50 €'],
  ['tlh', 'EUR', '1234.50 EUR'],
  ['uz', 'EUR', '1 234,50 €'],
  ['uz', 'UZS', '1 234,50 soʻm'],
  ['en', 'JPY', '¥1,235'],
])('in %s, 1234.5 %s is %s', (locale, currency, text) => {
  expect(shown(formatMoney(locale, 1234.5, currency))).toBe(text)
})

test('what is no currency is refused', () => {
  expect(formatMoney('en', 1, 'EURO')).toBeNull()
  expect(formatMoney('en', 1, '')).toBeNull()
})

describe('dates', () => {
  const long = (value: unknown, zone: string, locale = 'en') => formatDate(value, { locale, zone, dateStyle: 'long' })

  test.each([
    ['2026-03-03T23:30:00Z', 'Asia/Tashkent', 'March 4, 2026'],
    ['2026-03-03T23:30:00Z', 'America/New_York', 'March 3, 2026'],
    ['2026-03-03', 'America/New_York', 'March 3, 2026'],
    ['2026-03-03', 'Pacific/Kiritimati', 'March 3, 2026'],
    ['2026-03-03T23:30', 'Asia/Tashkent', 'March 3, 2026'],
    [1772580600, 'UTC', 'March 3, 2026'],
    [1772580600000, 'UTC', 'March 3, 2026'],
  ])('%s seen in %s is %s', (value, zone, text) => {
    expect(long(value, zone)).toBe(text)
  })

  test.each([['2026-02-31'], ['tomorrow'], [''], [null], [{}], [Number.NaN], [1e300], ['2026-13-01T00:00:00Z']])(
    '%j is none',
    (value) => {
      expect(long(value, 'UTC')).toBeNull()
    },
  )

  test('follow the locale', () => {
    expect(long('2026-03-03', 'UTC', 'ro')).toBe('3 martie 2026')
    expect(long('2026-03-03', 'UTC', 'fi')).toBe('3. maaliskuuta 2026')
    expect(long('2026-03-03T20:00:00Z', 'Asia/Tashkent', 'uz')).toBe('4-mart, 2026')
    expect(long('2026-03-03T20:00:00Z', 'Asia/Tashkent', 'tlh')).toBe('2026-03-04')
  })
})
