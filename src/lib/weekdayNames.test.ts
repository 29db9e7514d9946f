import { expect, test } from 'vitest'
import { clockText } from './clockText.ts'
import { weekdayName, weekdaysText } from './weekdayNames.ts'

test.each([
  ['en', 'Tuesday or Friday', 'Monday–Friday', 'Sunday', '09:05'],
  ['ro', 'marți sau vineri', 'luni–vineri', 'duminică', '09:05'],
  ['nl', 'dinsdag of vrijdag', 'maandag–vrijdag', 'zondag', '09:05'],
  ['fi', 'tiistai tai perjantai', 'maanantai–perjantai', 'sunnuntai', '09.05'],
  ['uz', 'seshanba yoki juma', 'dushanba–juma', 'yakshanba', '09:05'],
  ['ar', 'الثلاثاء أو الجمعة', 'الاثنين–الجمعة', 'الأحد', '09:05'],
])('names days and times of day in %s', (language, two, row, one, time) => {
  expect(weekdaysText(['FR', 'TU'], language)).toBe(two)
  expect(weekdaysText(['MO', 'TU', 'WE', 'TH', 'FR'], language)).toBe(row)
  expect(weekdaysText(['SU'], language)).toBe(one)
  expect(inWesternDigits(clockText('09:05', language))).toBe(time)
})

test('has a short name of every day where the browser has none', () => {
  expect(weekdayName('WE', 'uz', 'short')).toBe('Chor')
  expect(weekdayName('WE', 'en', 'short')).toBe('Wed')
})

/** Which digits Arabic is written with is the browser's own choice. */
const inWesternDigits = (text: string) => text.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)))
