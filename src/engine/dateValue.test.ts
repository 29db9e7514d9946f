import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DateReading, readDate } from './dateValue.ts'

const inBucharest: DateReading = { at: '09:00', zone: 'Europe/Bucharest' }
const read = (value: unknown, reading: Partial<DateReading> = {}) => {
  const date = readDate(value, { ...inBucharest, ...reading })
  return typeof date === 'number' ? new Date(date).toISOString() : date
}

test.each([
  ['a date, at the local time', '2026-07-01', '2026-07-01T06:00:00.000Z'],
  ['the same in winter', '2026-12-01', '2026-12-01T07:00:00.000Z'],
  ['with spaces around it', ' 2026-07-01 ', '2026-07-01T06:00:00.000Z'],
  ['a leap day', '2028-02-29', '2028-02-29T07:00:00.000Z'],
  ['a date and time without offset, in the zone', '2026-07-01T18:30', '2026-07-01T15:30:00.000Z'],
  ['as databases write it', '2026-07-01 18:30:00+00', '2026-07-01T18:30:00.000Z'],
  ['an instant', '2026-07-01T18:30:00.25Z', '2026-07-01T18:30:00.250Z'],
  ['an instant elsewhere', '2026-07-01T18:30:00+05:00', '2026-07-01T13:30:00.000Z'],
  ['a time the clocks skip', '2026-03-29T03:30', '2026-03-29T01:30:00.000Z'],
  ['a time that comes twice', '2026-10-25T03:30', '2026-10-25T00:30:00.000Z'],
])('reads %s', (_claim, value, expected) => {
  expect(read(value)).toBe(expected)
})

test.each([
  [{ direction: 'before', by: 'P3D' } as const, '2026-03-30', '2026-03-27T07:00:00.000Z'],
  [{ direction: 'after', by: 'P1M' } as const, '2026-01-31', '2026-02-28T07:00:00.000Z'],
  [{ direction: 'before', by: 'PT90M' } as const, '2026-07-01T18:30Z', '2026-07-01T17:00:00.000Z'],
])('shifts by %j on the calendar of the zone', (shift, value, expected) => {
  expect(read(value, { shift })).toBe(expected)
})

test.each([[undefined], [null], [''], ['  ']])('D20: %j is missing', (value) => {
  expect(read(value)).toBe('missing')
})

test.each([
  ['soon'],
  ['2026-02-30'],
  ['2026-13-01'],
  ['01/02/2026'],
  ['2026-07'],
  ['20260701'],
  ['2026-07-01T25:00'],
  ['2026-07-01[u-ca=hebrew]'],
  [1_780_000_000],
  [true],
  [{}],
  [['2026-07-01']],
  ['9999-12-31'],
])('D20: %j cannot be read', (value) => {
  expect(read(value)).toBe('unreadable')
})

test('a shift that leaves the calendars cannot be read', () => {
  expect(read('9990-01-01', { shift: { direction: 'after', by: 'P99Y' } })).toBe('unreadable')
})

test('whatever it is given it answers, and never throws', () => {
  const texts = fc.stringMatching(/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}(:\d{2})?)?)?$/)
  fc.assert(
    fc.property(fc.oneof(fc.anything(), texts), (value) => {
      expect(['number', 'string']).toContain(typeof readDate(value, inBucharest))
    }),
  )
})
