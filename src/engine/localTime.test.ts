import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextInWindow, nextLocalTime, type TimeWindow, windowAsRead } from './localTime.ts'
import { type Weekday, weekdays } from './weekday.ts'

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
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What a clock on the wall shows, by the browser's own calendar and not by ours. */
function wallOf(zone: string) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return (at: number) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
    return {
      time: `${parts.hour}:${parts.minute}`,
      day: parts.weekday?.slice(0, 2).toUpperCase() as Weekday,
    }
  }
}

/**
 * When a clock on the wall first shows a time, day by day: found by looking at it every quarter of an hour, since offsets
 * and clock changes are whole quarters in all these zones, and not before 20 hours after the last time.
 */
function strokes(zone: string, time: string, from: number, until: number) {
  const wall = wallOf(zone)
  const found: { at: number; day: Weekday }[] = []
  for (let at = from; at < until; at += 15 * MINUTE) {
    const { time: shown, day } = wall(at)
    if (shown !== time) continue
    found.push({ at, day })
    at += 20 * HOUR
  }
  return found
}

const iso = (at: number | undefined) => (at === undefined ? at : new Date(at).toISOString())

describe.each(zones)('through all of 2026 in %s', (zone) => {
  const newYear = Date.UTC(2026, 0, 1)
  const end = Date.UTC(2027, 0, 1)

  test.each<[string, Weekday[] | undefined]>([
    ['09:00', undefined],
    ['00:00', undefined],
    ['23:45', ['SU']],
    ['12:15', ['MO', 'WE', 'FR']],
    ['09:00', ['SA']],
  ])('%s on %j is when the clock on the wall says so, strictly after each hour', (at, on) => {
    const expected = strokes(zone, at, newYear, end + 10 * DAY).filter(
      ({ day }) => on === undefined || on.includes(day),
    )
    const wrong: unknown[] = []
    let next = 0
    for (let after = newYear; after < end; after += 7 * HOUR + 45 * MINUTE) {
      while ((expected[next]?.at ?? Number.POSITIVE_INFINITY) <= after) next += 1
      const found = nextLocalTime({ at, ...(on && { on }) }, after, zone)
      if (found !== expected[next]?.at) wrong.push([iso(after), iso(found), iso(expected[next]?.at)])
    }
    expect(next).toBeGreaterThan(50)
    expect(wrong).toEqual([])
  })

  test.each<[TimeWindow]>([
    [{ from: '08:00', to: '10:00' }],
    [{ from: '22:00', to: '06:00', overnight: true, on: ['FR', 'SA'] }],
    [{ from: '18:30', to: '00:00', on: ['TU'] }],
    [{ from: '00:00', to: '00:00', on: ['MO', 'TU', 'WE', 'TH', 'FR'] }],
  ])('%j lets through exactly while the clock on the wall is in it', (window) => {
    const wall = wallOf(zone)
    const isIn = (at: number) => {
      const { time, day } = wall(at)
      const before = weekdays[(weekdays.indexOf(day) + 6) % 7] ?? 'MO'
      const opened = time >= window.from && (window.overnight || window.to === '00:00' || time < window.to)
      const spills = Boolean(window.overnight) && time < window.to
      const on = window.on ?? weekdays
      return (opened && on.includes(day)) || (spills && on.includes(before))
    }
    const wrong: unknown[] = []
    for (let at = newYear; at < end; at += 5 * HOUR + 15 * MINUTE) {
      const passes = nextInWindow(window, at, zone) ?? Number.NaN
      const isFirst = passes === at ? isIn(at) : !isIn(at) && passes > at && isIn(passes) && !isIn(passes - 1)
      if (!isFirst) wrong.push([iso(at), iso(passes)])
    }
    expect(wrong).toEqual([])
  })
})

describe('where the clocks change', () => {
  test.each([
    [
      'a time they skip moves forward by an hour',
      'Europe/Bucharest',
      '03:30',
      '2026-03-29T00:00Z',
      '2026-03-29T01:30Z',
    ],
    ['in New York too', 'America/New_York', '02:15', '2026-03-08T06:00Z', '2026-03-08T07:15Z'],
    ['half an hour on Lord Howe', 'Australia/Lord_Howe', '02:15', '2026-10-03T15:00Z', '2026-10-03T15:45Z'],
    ['midnight itself, once, in Brazil', 'America/Sao_Paulo', '00:00', '2018-11-03T12:00Z', '2018-11-04T03:00Z'],
    [
      'of a time that comes twice the first counts',
      'Europe/Bucharest',
      '03:30',
      '2026-10-24T22:00Z',
      '2026-10-25T00:30Z',
    ],
    ['and the second does not', 'Europe/Bucharest', '03:30', '2026-10-25T00:30Z', '2026-10-26T01:30Z'],
    ['half an hour twice on Lord Howe', 'Australia/Lord_Howe', '01:45', '2026-04-04T14:00Z', '2026-04-04T14:45Z'],
  ])('%s', (_claim, zone, at, after, expected) => {
    expect(iso(nextLocalTime({ at }, Date.parse(after), zone))).toBe(iso(Date.parse(expected)))
  })

  test('a Friday that Samoa never had is no Friday', () => {
    const after = Date.parse('2011-12-29T10:00-10:00')
    expect(iso(nextLocalTime({ at: '09:00' }, after, 'Pacific/Apia'))).toBe('2011-12-30T19:00:00.000Z')
    expect(iso(nextLocalTime({ at: '09:00', on: ['FR'] }, after, 'Pacific/Apia'))).toBe('2012-01-05T19:00:00.000Z')
    const friday: TimeWindow = { from: '09:00', to: '17:00', on: ['FR'] }
    expect(iso(nextInWindow(friday, after, 'Pacific/Apia'))).toBe('2012-01-05T19:00:00.000Z')
  })

  test('a window stays open to its time on the wall, however long that takes', () => {
    const night: TimeWindow = { from: '01:00', to: '05:00' }
    const isOpen = (at: string) => nextInWindow(night, Date.parse(at), 'Europe/Bucharest') === Date.parse(at)
    expect(['2026-03-29T01:59Z', '2026-03-29T02:00Z'].map(isOpen)).toEqual([true, false])
    expect(['2026-10-25T02:59Z', '2026-10-25T03:00Z'].map(isOpen)).toEqual([true, false])
  })

  test('a window that the clocks skip to its last minute is not open that day', () => {
    const window: TimeWindow = { from: '03:30', to: '04:10' }
    expect(iso(nextInWindow(window, Date.parse('2026-03-28T22:00Z'), 'Europe/Bucharest'))).toBe(
      '2026-03-30T00:30:00.000Z',
    )
  })
})

describe('a window', () => {
  test.each<[TimeWindow, ReturnType<typeof windowAsRead>]>([
    [
      { from: '08:00', to: '10:00' },
      { from: '08:00', to: '10:00', endsNextDay: false },
    ],
    [
      { from: '22:00', to: '06:00', overnight: true },
      { from: '22:00', to: '06:00', endsNextDay: true },
    ],
    [
      { from: '08:00', to: '10:00', overnight: true },
      { from: '08:00', to: '10:00', endsNextDay: false },
    ],
    [
      { from: '18:00', to: '00:00' },
      { from: '18:00', to: '00:00', endsNextDay: true },
    ],
    [
      { from: '00:00', to: '00:00' },
      { from: '00:00', to: '00:00', endsNextDay: true },
    ],
    [{ from: '09:00', to: '09:00' }, undefined],
  ])('%j is read as %j', (window, expected) => {
    expect(windowAsRead(window)).toEqual(expected)
  })

  test('M11: typed in reverse is read the right way round', () => {
    expect(windowAsRead({ from: '10:00', to: '08:00' })).toEqual({ from: '08:00', to: '10:00', endsNextDay: false })
  })

  test('over midnight belongs to the day on which it opens', () => {
    const friday: TimeWindow = { from: '22:00', to: '06:00', overnight: true, on: ['FR'] }
    const next = (at: string) => iso(nextInWindow(friday, Date.parse(at), 'UTC'))
    expect(next('2026-03-07T05:59:59.999Z')).toBe('2026-03-07T05:59:59.999Z')
    expect(next('2026-03-07T06:00Z')).toBe('2026-03-13T22:00:00.000Z')
    expect(next('2026-03-06T05:00Z')).toBe('2026-03-06T22:00:00.000Z')
  })

  test('that is empty, or without a day, never opens; nor does a time without a day come', () => {
    expect(nextInWindow({ from: '09:00', to: '09:00' }, 0, 'UTC')).toBeUndefined()
    expect(nextInWindow({ from: '09:00', to: '10:00', on: [] }, 0, 'UTC')).toBeUndefined()
    expect(nextLocalTime({ at: '09:00', on: [] }, 0, 'UTC')).toBeUndefined()
  })
})

const anyZone = fc.constantFrom(
  ...zones,
  'Africa/Casablanca',
  'America/Nuuk',
  'Antarctica/Troll',
  'Asia/Beirut',
  'Europe/Dublin',
)
const instant = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2060, 0) })
const time = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minute) => {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
})
const days = fc.option(fc.subarray([...weekdays], { minLength: 1 }), { nil: undefined })
const window = fc.record({ from: time, to: time, overnight: fc.boolean(), on: days }).filter((each) => {
  return windowAsRead(each) !== undefined
})

test('a time of day lies ahead, and who comes later never goes on earlier', () => {
  fc.assert(
    fc.property(anyZone, instant, fc.nat(40 * DAY), time, days, (zone, after, later, at, on) => {
      const first = nextLocalTime({ at, on }, after, zone) ?? Number.NaN
      expect(first).toBeGreaterThan(after)
      expect(nextLocalTime({ at, on }, after + later, zone)).toBeGreaterThanOrEqual(first)
      expect(nextLocalTime({ at, on }, first - 1, zone)).toBe(first)
    }),
  )
})

test('a window never lies behind; who comes later never goes on earlier; who is let in is inside', () => {
  fc.assert(
    fc.property(anyZone, instant, fc.nat(40 * DAY), window, (zone, from, later, window) => {
      const first = nextInWindow(window, from, zone) ?? Number.NaN
      expect(first).toBeGreaterThanOrEqual(from)
      expect(nextInWindow(window, from + later, zone)).toBeGreaterThanOrEqual(first)
      expect(nextInWindow(window, first, zone)).toBe(first)
    }),
  )
})
