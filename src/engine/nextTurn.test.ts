import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDuration } from './duration.ts'
import { nextInWindow, type TimeWindow } from './localTime.ts'
import { nextFree, nextLoud, nextTurn, type SendingWish } from './nextTurn.ts'
import { weekdays } from './weekday.ts'

const at = (iso: string) => Date.parse(iso)
const iso = (instant: number | undefined) => (instant === undefined ? undefined : new Date(instant).toISOString())
const zone = 'Europe/Bucharest'
const quiet = { from: '21:00', to: '08:00' }
const noRules: SendingWish = { capClass: 'marketing', sends: [], policy: { caps: [] }, zone }

describe('quiet hours', () => {
  test.each([
    ['by day', quiet, '2027-03-02T12:00:00Z', '2027-03-02T12:00:00.000Z'],
    ['in the evening', quiet, '2027-03-02T19:00:00Z', '2027-03-03T06:00:00.000Z'],
    ['after midnight', quiet, '2027-03-03T02:00:00Z', '2027-03-03T06:00:00.000Z'],
    ['at their very end', quiet, '2027-03-03T06:00:00Z', '2027-03-03T06:00:00.000Z'],
    ['within the day', { from: '12:00', to: '14:00' }, '2027-03-02T10:30:00Z', '2027-03-02T12:00:00.000Z'],
    ['until midnight', { from: '20:00', to: '00:00' }, '2027-03-02T18:30:00Z', '2027-03-02T22:00:00.000Z'],
    ['from midnight', { from: '00:00', to: '06:00' }, '2027-03-02T22:00:00Z', '2027-03-03T04:00:00.000Z'],
    ['in the night that the clocks go forward', quiet, '2027-03-27T20:00:00Z', '2027-03-28T05:00:00.000Z'],
    ['in the night that the clocks go back', quiet, '2027-10-30T20:00:00Z', '2027-10-31T06:00:00.000Z'],
  ])('%s', (_, hours, from, loud) => {
    expect(iso(nextLoud(hours, at(from), zone))).toBe(loud)
  })
})

describe('a frequency cap', () => {
  const cap = { most: 2, per: 'P1D', zone }
  const first = at('2027-03-02T09:00:00Z')
  const second = at('2027-03-02T15:00:00Z')

  test('lets as many go as it says, and the next when the first of them is so long ago', () => {
    const now = at('2027-03-02T16:00:00Z')
    expect(nextFree([], cap, now)).toBe(now)
    expect(nextFree([first], cap, now)).toBe(now)
    expect(iso(nextFree([first, second], cap, now))).toBe('2027-03-03T09:00:00.000Z')
    expect(iso(nextFree([first, second, at('2027-03-03T09:00:00Z')], cap, now))).toBe('2027-03-03T15:00:00.000Z')
  })

  test('counts a day on the calendar, also when the clocks change', () => {
    const before = at('2027-03-27T10:00:00Z')
    expect(iso(nextFree([before], { ...cap, most: 1 }, before))).toBe('2027-03-28T09:00:00.000Z')
  })

  test('keeps clear of what is sent later already', () => {
    const later = at('2027-03-02T20:00:00Z')
    expect(iso(nextFree([later], { ...cap, most: 1 }, first))).toBe('2027-03-03T20:00:00.000Z')
  })

  const span = fc.constantFrom('PT1H', 'PT5H', 'P1D', 'P1W')
  const arrivals = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 25 })

  test('is never exceeded, in whatever order messages come', () => {
    fc.assert(
      fc.property(arrivals, fc.integer({ min: 1, max: 4 }), span, (hours, most, per) => {
        const sent: number[] = []
        for (const hour of hours) {
          const wanted = at('2027-03-20T00:00:00Z') + hour * 1_800_000
          const free = nextFree(sent, { most, per, zone }, wanted)
          expect(free).toBeGreaterThanOrEqual(wanted)
          sent.push(free)
        }
        const inOrder = sent.toSorted((a, b) => a - b)
        for (const [index, instant] of inOrder.entries()) {
          expect(inOrder[index + most] ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
            addDuration(instant, per, zone),
          )
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('the next turn', () => {
  const policy = { quietHours: quiet, caps: [{ capClass: 'marketing', most: 1, per: 'P1D' }] }
  const evening = at('2027-03-02T20:00:00Z')

  test('is now where nothing holds the message', () => {
    expect(nextTurn(noRules, evening)).toEqual({ at: evening })
  })

  test('says what held it first, and when all of it is over', () => {
    const sends = [{ at: at('2027-03-02T18:30:00Z'), channel: 'email', capClass: 'marketing' }]
    const turn = nextTurn({ ...noRules, policy, sends }, evening)
    expect([iso(turn?.at), turn?.because]).toEqual(['2027-03-03T18:30:00.000Z', 'frequencyCap'])
  })

  test('of a message with hours of its own lies in them and outside the quiet hours', () => {
    const window = { from: '07:00', to: '10:00', on: ['MO' as const] }
    const turn = nextTurn({ ...noRules, policy, window }, evening)
    expect([iso(turn?.at), turn?.because]).toEqual(['2027-03-08T06:00:00.000Z', 'quietHours'])
    expect(nextTurn({ ...noRules, window }, evening)).toMatchObject({ because: 'sendWindow' })
  })

  test('of an urgent message is in the quiet hours too, and a cap of another class does not count', () => {
    expect(nextTurn({ ...noRules, capClass: 'urgent', policy }, evening)).toEqual({ at: evening })
  })

  test('is looked for again where hours of its own lie in the quiet hours, and never without hours', () => {
    const night = { from: '22:00', to: '23:00' }
    expect(nextTurn({ ...noRules, policy, window: night }, evening)?.at).toBeGreaterThan(evening)
    expect(nextTurn({ ...noRules, window: { from: '09:00', to: '09:00' } }, evening)).toBeUndefined()
    expect(nextTurn({ ...noRules, window: { ...night, on: [] } }, evening)).toBeUndefined()
  })

  const time = fc.constantFrom('00:00', '02:30', '03:00', '07:00', '09:00', '17:30', '22:00', '23:59')
  const hours = fc.tuple(time, time).filter(([from, to]) => from !== to)
  const windows = fc.option(
    fc.record({ hours, overnight: fc.boolean(), on: fc.option(fc.subarray([...weekdays], { minLength: 1 })) }),
  )
  const wishes = fc.record({
    zone: fc.constantFrom(
      'Europe/Bucharest',
      'America/New_York',
      'Asia/Tashkent',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Pacific/Apia',
    ),
    quietHours: fc.option(hours),
    window: windows,
    caps: fc.array(
      fc.record({
        capClass: fc.constantFrom('marketing', 'service'),
        most: fc.integer({ min: 1, max: 3 }),
        per: fc.constantFrom('PT6H', 'P1D', 'P1W'),
      }),
      { maxLength: 2 },
    ),
    sent: fc.array(fc.integer({ min: -200, max: 100 }), { maxLength: 6 }),
    hour: fc.integer({ min: 0, max: 24 * 365 }),
  })

  test('never lies in the past, and keeps every rule unless window and quiet hours exclude each other', () => {
    fc.assert(
      fc.property(wishes, ({ zone, quietHours, window, caps, sent, hour }) => {
        const now = at('2027-01-01T00:10:00Z') + hour * 3_600_000
        const sends = sent.map((each) => ({ at: now + each * 3_600_000, channel: 'email', capClass: 'marketing' }))
        const own: TimeWindow | undefined = window
          ? {
              from: window.hours[0],
              to: window.hours[1],
              overnight: window.overnight,
              ...(window.on && { on: window.on }),
            }
          : undefined
        const quiet = quietHours ? { from: quietHours[0], to: quietHours[1] } : undefined
        const wish = { capClass: 'marketing', window: own, sends, policy: { quietHours: quiet, caps }, zone }
        const turn = nextTurn(wish, now)
        if (!turn) throw new Error('A window with hours and days never opens')
        expect(turn.at).toBeGreaterThanOrEqual(now)
        expect(turn.because === undefined).toBe(turn.at === now)
        const isLastResort = turn.at > now + 7 * 86_400_000 && nextTurn(wish, turn.at)?.at !== turn.at
        if (isLastResort) return
        expect(nextTurn(wish, turn.at)).toEqual({ at: turn.at })
        if (own) expect(nextInWindow(own, turn.at, zone)).toBe(turn.at)
        if (quiet) expect(nextLoud(quiet, turn.at, zone)).toBe(turn.at)
      }),
      { numRuns: 500 },
    )
  })
})
