import fc from 'fast-check'
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
