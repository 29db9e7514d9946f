import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { nextDue } from './nextDue.ts'

const zones = [
  'Europe/Bucharest',
  'Europe/Helsinki',
  'Europe/Amsterdam',
  'Asia/Tashkent',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
]
const once = { anniversary: false, at: '09:00' }
const yearly = { anniversary: true, at: '09:00' }
const instant = (local: string, zone: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds
const before = (by: string) => ({ direction: 'before' as const, by })
const zone = 'Europe/Bucharest'
const at = (local: string) => instant(local, zone)

describe.each(zones)('in %s', (each) => {
  test('every day of a year comes at nine in the morning of that day', () => {
    for (let day = Temporal.PlainDate.from('2026-01-01'); day.year === 2026; day = day.add({ days: 1 })) {
      const date = day.toString()
      const due = nextDue(once, { value: date, zone: each }, instant(`${date}T00:00`, each))
      expect(due).toEqual({ at: instant(`${date}T09:00`, each), date })
    }
  })

  test('every birthday comes once a year on its day, 29 February on the 28th', () => {
    for (let day = Temporal.PlainDate.from('2024-01-01'); day.year === 2024; day = day.add({ days: 1 })) {
      const { at: first = 0, date } =
        nextDue(yearly, { value: day.toString(), zone: each }, instant('2026-01-01T00:00', each)) ?? {}
      const kept = day.with({ year: 2026 }).toString()
      expect([first, date]).toEqual([instant(`${kept}T09:00`, each), kept])
      const second = nextDue(yearly, { value: day.toString(), zone: each }, first)
      expect(second?.date).toBe(day.with({ year: 2027 }).toString())
    }
  })
})

test.each([
  ['a date behind', '2026-03-01', undefined],
  ['the very instant', '2026-03-02', undefined],
  ['tomorrow', '2026-03-03', '2026-03-03T09:00'],
  ['a date with its own time', '2026-03-02T18:30', '2026-03-02T18:30'],
  ['an instant', '2026-03-02T18:30Z', '2026-03-02T20:30'],
  ['no date at all', 'soon', undefined],
  ['nothing', undefined, undefined],
  ['a number', 20260303, undefined],
  ['a day that no month has', '2026-02-30', undefined],
])('%s', (_, value, expected) => {
  expect(nextDue(once, { value, zone }, at('2026-03-02T09:00'))?.at).toBe(expected && at(expected))
})

test('days before and after are counted on the calendar, over a change of the clocks', () => {
  const shift = { direction: 'after' as const, by: 'P1D' }
  expect(nextDue({ ...once, shift }, { value: '2026-03-28', zone }, 0)?.at).toBe(at('2026-03-29T09:00'))
  expect(nextDue({ ...once, shift: before('P3D') }, { value: '2026-03-31', zone }, 0)?.at).toBe(at('2026-03-28T09:00'))
})

test('a time that the clocks skip comes when they have skipped it', () => {
  expect(nextDue({ ...once, at: '03:30' }, { value: '2026-03-29', zone }, 0)?.at).toBe(Date.parse('2026-03-29T01:30Z'))
})

test('an anniversary begins a year after the date, also of a date ahead', () => {
  expect(nextDue(yearly, { value: '2026-03-02', zone }, at('2026-01-01T00:00'))?.date).toBe('2027-03-02')
  expect(nextDue(yearly, { value: '2030-03-02', zone }, at('2026-01-01T00:00'))?.date).toBe('2031-03-02')
})

test('a week before a birthday early in January comes in the old year', () => {
  const due = nextDue({ ...yearly, shift: before('P7D') }, { value: '1990-01-03', zone }, at('2026-12-01T00:00'))
  expect(due).toEqual({ at: at('2026-12-27T09:00'), date: '2027-01-03' })
})

test('the leap day of a leap year is kept on its own day', () => {
  expect(nextDue(yearly, { value: '2024-02-29', zone }, at('2027-12-01T00:00'))?.date).toBe('2028-02-29')
})

test('what comes next lies after the present, and nothing comes between', () => {
  const value = fc.date({ min: new Date('1950-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  const shift = fc.option(
    fc.record({
      direction: fc.constantFrom('before' as const, 'after' as const),
      by: fc.constantFrom('P1D', 'P14D', 'P3M', 'P1Y', 'PT36H'),
    }),
    { nil: undefined },
  )
  const now = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2036, 0) })
  fc.assert(
    fc.property(value, shift, now, fc.constantFrom(...zones), (day, by, present, each) => {
      const trigger = { ...yearly, shift: by }
      const date = { value: day.toISOString().slice(0, 10), zone: each }
      const due = nextDue(trigger, date, present)
      if (!due) throw new Error('An anniversary always comes')
      expect(due.at).toBeGreaterThan(present)
      expect(nextDue(trigger, date, due.at - 1)).toEqual(due)
      if (day.getUTCFullYear() < 2020) expect(due.at - present).toBeLessThanOrEqual(368 * 86_400_000)
    }),
    { seed: 20_261_122, numRuns: 500 },
  )
})
