import { expect, test } from 'vitest'
import { durationText, unitName } from './durationText.ts'

test.each([
  ['en', '1 day', '2 days', '20 days', '1 day, 2 hours'],
  ['ro', '1 zi', '2 zile', '20 de zile', '1 zi și 2 ore'],
  ['nl', '1 dag', '2 dagen', '20 dagen', '1 dag en 2 uur'],
  ['fi', '1 päivä', '2 päivää', '20 päivää', '1 päivä ja 2 tuntia'],
  ['uz', '1 kun', '2 kun', '20 kun', '1 kun 2 soat'],
  ['ar', 'يوم', 'يومان', '20 يومًا', 'يوم وساعتان'],
])('writes durations in %s with that language’s plurals', (language, one, two, twenty, mixed) => {
  const written = ['P1D', 'P2D', 'P20D', 'P1DT2H'].map((iso) => latinDigits(durationText(iso, language)))
  expect(written).toEqual([one, two, twenty, mixed])
})

test('keeps the unit the author chose', () => {
  expect(durationText('PT36H', 'en')).toBe('36 hours')
  expect(durationText('P14D', 'en')).toBe('14 days')
})

test.each([
  ['en', 'day', 'days'],
  ['ro', 'zi', 'zile'],
  ['ar', 'يوم', 'يومان'],
])('names the unit alone in %s', (language, one, two) => {
  expect([unitName('day', 1, language), unitName('day', 2, language)]).toEqual([one, two])
})

const latinDigits = (text: string) => text.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)))
