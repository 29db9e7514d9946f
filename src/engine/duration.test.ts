import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addDuration, duration } from './duration.ts'

test.each(['P1D', 'PT30M', 'P1DT2H', 'P2W', 'P1M', 'PT0.5S', 'P10Y'])('accepts %s', (text) => {
  expect(duration.safeParse(text).success).toBe(true)
})

test.each(['', 'P', 'P0D', 'PT0S', '-P1D', '1 day', 'P1D ', 'PT1H1D', 'P1.5D', 'P1000Y', 'PT99999999999999H'])(
  'refuses %j: nothing waits no time, a negative time, or past all calendars',
  (text) => {
    expect(duration.safeParse(text).success).toBe(false)
  },
)

describe('a day is a day on the wall clock of the zone', () => {
  test.each([
    [
      'the clocks go forward in Bucharest: 23 hours',
      'Europe/Bucharest',
      '2026-03-28T10:00+02:00',
      'P1D',
      '2026-03-29T10:00+03:00',
    ],
    ['24 hours are not that day', 'Europe/Bucharest', '2026-03-28T10:00+02:00', 'PT24H', '2026-03-29T11:00+03:00'],
    ['they go back: 25 hours', 'Europe/Bucharest', '2026-10-24T10:00+03:00', 'P1D', '2026-10-25T10:00+02:00'],
    [
      'half an hour on Lord Howe: 24.5 hours',
      'Australia/Lord_Howe',
      '2026-04-04T12:00+11:00',
      'P1D',
      '2026-04-05T12:00+10:30',
    ],
    ['and 23.5 in spring', 'Australia/Lord_Howe', '2026-10-03T12:00+10:30', 'P1D', '2026-10-04T12:00+11:00'],
    [
      'a time the clocks skip moves forward',
      'Europe/Bucharest',
      '2026-03-28T03:30+02:00',
      'P1D',
      '2026-03-29T04:30+03:00',
    ],
    [
      'of a time that comes twice the first counts',
      'Europe/Bucharest',
      '2026-10-24T03:30+03:00',
      'P1D',
      '2026-10-25T03:30+03:00',
    ],
    [
      'a month from its last day ends on the next’s last',
      'Europe/Bucharest',
      '2026-01-31T09:00+02:00',
      'P1M',
      '2026-02-28T09:00+02:00',
    ],
  ])('%s', (_claim, zone, from, lasting, until) => {
    expect(new Date(addDuration(Date.parse(from), lasting, zone)).toISOString()).toBe(new Date(until).toISOString())
  })
})

test('never ends before it begins, in any zone', () => {
  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const at = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2060, 0) })
  const lasting = fc
    .tuple(fc.nat(400), fc.nat(50), fc.integer({ min: 1, max: 3600 }))
    .map(([days, hours, seconds]) => `P${days}DT${hours}H${seconds}S`)
  fc.assert(
    fc.property(zone, at, lasting, (zone, at, lasting) => {
      expect(addDuration(at, lasting, zone)).toBeGreaterThan(at)
    }),
  )
})

const changing = ['Europe/Bucharest', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Pacific/Apia', 'Africa/Casablanca']
const anyZone = fc.oneof(fc.constantFrom(...changing), fc.constantFrom(...Intl.supportedValuesOf('timeZone')))
const count = (most: number) => fc.oneof(fc.constant(0), fc.nat(most))
const anyDuration = fc
  .record({
    years: count(3),
    months: count(30),
    weeks: count(5),
    days: count(400),
    hours: count(60),
    minutes: count(90),
    milliseconds: count(5000),
    sign: fc.constantFrom(1, -1),
  })
  .map(({ sign, ...parts }) => {
    const duration = Temporal.Duration.from(parts)
    return (sign < 0 ? duration.negated() : duration).toString()
  })

test('is what Temporal says, in every zone, forward and back, from near clock changes too', () => {
  const around = fc
    .tuple(fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2040, 0) }), fc.integer({ min: -90, max: 90 }))
    .map(([near, minutes]) => ({ near, minutes }))
  fc.assert(
    fc.property(anyZone, around, anyDuration, fc.boolean(), (zone, { near, minutes }, lasting, isAtChange) => {
      const changed = Temporal.Instant.fromEpochMilliseconds(near)
        .toZonedDateTimeISO(zone)
        .getTimeZoneTransition('next')
      const at = isAtChange && changed ? changed.epochMilliseconds + minutes * 60_000 : near
      const expected = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).add(lasting)
      expect(addDuration(at, lasting, zone)).toBe(expected.epochMilliseconds)
    }),
    { numRuns: 1000 },
  )
}, 30_000)

test.each(['Pacific/Apia', 'Asia/Manila', 'America/Juneau'])(
  'is what Temporal says on every day around the changes of %s',
  (zone) => {
    const years = zone === 'Pacific/Apia' ? [2009, 2010, 2011, 2012] : [1844, 1845, 1867, 1868]
    for (const year of years) {
      for (let at = Date.UTC(year, 0, 1, 10, 17); at < Date.UTC(year + 1, 0); at += 86_400_000 / 2) {
        for (const lasting of ['P1D', '-P2D', 'P1M']) {
          const expected = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).add(lasting)
          expect(addDuration(at, lasting, zone)).toBe(expected.epochMilliseconds)
        }
      }
    }
  },
)
