import { describe, expect, test } from 'vitest'
import { instantIn, isRecurrence, occurrencesAfter, occurrenceUpTo } from './occurrences.ts'

const after = (repeat: string, from: string, start = '2026-01-31T09:00') => occurrencesAfter({ start, repeat }, from, 3)
const day = (local: string) => local.slice(0, 10)

test.each([
  ['FREQ=DAILY', ['2026-01-31', '2026-02-01', '2026-02-02']],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', ['2026-02-02', '2026-02-03', '2026-02-04']],
  ['FREQ=MONTHLY', ['2026-01-31', '2026-03-31', '2026-05-31']],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', ['2026-01-31', '2026-02-28', '2026-03-31']],
  ['FREQ=MONTHLY;BYDAY=1MO', ['2026-02-02', '2026-03-02', '2026-04-06']],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', ['2028-02-29', '2032-02-29', '2036-02-29']],
  ['FREQ=DAILY;COUNT=2', ['2026-01-31', '2026-02-01']],
  ['FREQ=DAILY;UNTIL=20260201', ['2026-01-31', '2026-02-01']],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', []],
])('%s from 31 January on comes on %j', (repeat, days) => {
  expect(after(repeat, '2026-01-01T00:00').map(day)).toEqual(days)
})

test('comes strictly after the present and keeps its time of day over every change of the clocks', () => {
  expect(after('FREQ=DAILY', '2026-03-28T09:00')).toEqual(['2026-03-29T09:00', '2026-03-30T09:00', '2026-03-31T09:00'])
})

test('once comes once', () => {
  const once = { start: '2026-03-01T09:00' }
  expect(occurrencesAfter(once, '2026-03-01T08:59', 5)).toEqual(['2026-03-01T09:00'])
  expect(occurrencesAfter(once, '2026-03-01T09:00', 5)).toEqual([])
  expect(occurrencesAfter({ start: '' }, '2026-03-01T09:00', 5)).toEqual([])
})

test.each([
  ['2026-03-05T08:59', 'FREQ=DAILY', '2026-03-04T09:00'],
  ['2026-03-05T09:00', 'FREQ=DAILY', '2026-03-05T09:00'],
  ['2026-01-31T08:59', 'FREQ=DAILY', undefined],
  ['2046-03-05T08:59', 'FREQ=DAILY;COUNT=3', '2026-02-02T09:00'],
])('the latest up to %s of %s is %s', (until, repeat, expected) => {
  expect(occurrenceUpTo({ start: '2026-01-31T09:00', repeat }, until)).toBe(expected)
})

describe('reads as a recurrence', () => {
  test.each([
    'FREQ=DAILY',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=MO',
    'FREQ=DAILY;UNTIL=20301231',
  ])('%s', (text) => expect(isRecurrence(text)).toBe(true))
  test.each([
    '',
    'every day',
    'RRULE:FREQ=DAILY',
    'FREQ=HOURLY',
    'FREQ=DAILY;BYHOUR=8,9',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=WEEKLY;BYDAY=XX',
    'BYDAY=MO',
    'FREQ=DAILY;COUNT=3;UNTIL=20301231',
    'FREQ=DAILY\nFREQ=DAILY',
  ])('but not %j', (text) => expect(isRecurrence(text)).toBe(false))
})

test.each([
  ['2026-03-29T03:30', 'Europe/Bucharest', '2026-03-29T01:30Z'],
  ['2026-10-25T03:30', 'Europe/Bucharest', '2026-10-25T00:30Z'],
  ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:45Z'],
])('%s in %s is %s: moved on in a gap, the first of two', (local, zone, instant) => {
  expect(instantIn(local, zone)).toBe(Date.parse(instant))
})
