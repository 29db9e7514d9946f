import { expect, test } from 'vitest'
import { formatAgo, formatDateTime, timeZoneOptions } from './dates'

const now = Date.parse('2026-03-10T12:00:00Z')

test.each([
  ['2026-03-10T11:59:30Z', 'en', '30 seconds ago'],
  ['2026-03-10T09:00:00Z', 'en', '3 hours ago'],
  ['2026-03-09T12:00:00Z', 'nl', 'gisteren'],
  ['2026-03-17T12:00:00Z', 'en', 'next week'],
  ['2026-03-10T09:00:00Z', 'uz', '3 soat oldin'],
  ['2026-03-15T12:00:00Z', 'uz', '5 kundan keyin'],
  ['2026-03-11T12:00:00Z', 'uz', 'ertaga'],
])('says how far %s is away in %s', (iso, language, text) => {
  expect(formatAgo(iso, language, now)).toBe(text)
})

test('offers every zone the engine knows, and UTC, with its offset', () => {
  const options = timeZoneOptions('en')
  expect(options).toHaveLength(new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']).size)
  expect(options).toContainEqual({ value: 'Asia/Tashkent', label: 'Asia/Tashkent', hint: 'GMT+5' })
})

test('writes Uzbek dates itself, because Chromium cannot', () => {
  expect(formatDateTime(new Date(2026, 2, 3, 9, 5).toISOString(), 'uz')).toBe('3-mar, 2026, 09:05')
})
