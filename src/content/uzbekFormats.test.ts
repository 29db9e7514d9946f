import { expect, test } from 'vitest'
import { formatStyles } from './localeFormats.ts'
import { uzbekFormats } from './uzbekFormats.ts'

// Node carries all of CLDR, so it can judge what browsers and functions have to do without.
const shown = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test('dates are those of CLDR, every month and weekday', () => {
  for (let day = 0; day < 400; day += 5) {
    const epochMilliseconds = Date.UTC(2026, 0, 1 + day, day % 24, day % 60, day % 60)
    for (const dateStyle of formatStyles) {
      const intl = new Intl.DateTimeFormat('uz', { dateStyle, timeZone: 'Asia/Tashkent' })
      expect(uzbekFormats.moment({ epochMilliseconds, zone: 'Asia/Tashkent', dateStyle })).toBe(
        intl.format(epochMilliseconds),
      )
    }
    for (const timeStyle of ['short', 'medium'] as const) {
      const intl = new Intl.DateTimeFormat('uz', { dateStyle: 'long', timeStyle, timeZone: 'UTC' })
      const ours = uzbekFormats.moment({ epochMilliseconds, zone: 'UTC', dateStyle: 'long', timeStyle })
      expect(ours).toBe(intl.format(epochMilliseconds))
    }
  }
})

test('numbers and money are those of CLDR', () => {
  for (const amount of [0, -1, 12.5, 1234.5, 1234567.891]) {
    expect(shown(uzbekFormats.number(amount))).toBe(shown(new Intl.NumberFormat('uz').format(amount)))
    for (const currency of ['UZS', 'EUR', 'USD', 'JPY', 'RON', 'GBP', 'KWD']) {
      const intl = new Intl.NumberFormat('uz', { style: 'currency', currency })
      expect(shown(uzbekFormats.money(amount, currency))).toBe(shown(intl.format(amount)))
    }
  }
})
