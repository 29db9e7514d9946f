import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockMoment } from '../engine/moment.ts'
import { factsOf } from '../testing/factsOf.ts'
import { evaluate } from './evaluate.ts'
import { passesAt } from './passes.ts'
import { rule as ruleSchema, type Test } from './rule.ts'
import { isWrittenDate, lastDateBeginning, startOfDay } from './writtenDate.ts'

const bucharest = (iso: string) => ({ at: Date.parse(iso), zone: 'Europe/Bucharest' })
const noon = bucharest('2026-03-10T12:00+02:00')

describe('a date', () => {
  test.each<[Test, string, boolean]>([
    [{ op: 'before', value: '2026-03-10T10:00Z' }, '2026-03-10T11:30+02:00', true],
    [{ op: 'before', value: '2026-03-10T10:00Z' }, '2026-03-10T11:30Z', false],
    [{ op: 'after', value: '2026-03-10T10:00:00.000Z' }, '2026-03-10T12:00:00.001999+02:00', true],
    [{ op: 'after', value: '2026-03-10T10:00:00.001Z' }, '2026-03-10T12:00:00.001999+02:00', false],
    [{ op: 'before', value: '2026-03-10' }, '2026-03-09T23:59:59.999+02:00', true],
    [{ op: 'before', value: '2026-03-10' }, '2026-03-10T00:00+02:00', false],
    [{ op: 'after', value: '2026-03-10' }, '2026-03-10', false],
    [{ op: 'after', value: '2026-03-10' }, '2026-03-11', true],
    [{ op: 'withinLast', lasting: 'P7D' }, '2026-03-03T12:00+02:00', true],
    [{ op: 'withinLast', lasting: 'P7D' }, '2026-03-03T11:59:59.999+02:00', false],
    [{ op: 'withinLast', lasting: 'P7D' }, '2026-03-10T12:00+02:00', true],
    [{ op: 'withinLast', lasting: 'P7D' }, '2026-03-10T12:00:00.001+02:00', false],
    [{ op: 'withinNext', lasting: 'P7D' }, '2026-03-10T12:00+02:00', false],
    [{ op: 'withinNext', lasting: 'P7D' }, '2026-03-17', true],
    [{ op: 'withinNext', lasting: 'P7D' }, '2026-03-18', false],
  ])('D38: %j of %s is %j, compared in absolute time', (test, value, expected) => {
    expect(passesAt(test, value, noon)).toBe(expected)
  })

  test('begins at the first instant of its day where midnight is left out', () => {
    const gap = { at: Date.parse('2018-11-04T03:00Z'), zone: 'America/Sao_Paulo' }
    expect(passesAt({ op: 'withinLast', lasting: 'PT1M' }, '2018-11-04', gap)).toBe(true)
  })

  test.each([
    ['2026-02-30', false],
    ['2026-03-10T12:00', false],
    ['2026-03-10 12:00Z', false],
    ['2026-3-1', false],
    ['0999-12-31', false],
    ['2024-02-29', true],
    ['2026-03-10T12:00:00.123456789-05:00', true],
  ])('is %s: %j', (text, expected) => {
    expect(isWrittenDate(text)).toBe(expected)
  })

  test.each([null, undefined, 5, true, ['2026-03-10'], '', 'soon'])('that is %j passes no test', (value) => {
    const tests: Test[] = [
      { op: 'before', value: '9999-12-31' },
      { op: 'after', value: '1000-01-01' },
      { op: 'withinLast', lasting: 'P50Y' },
      { op: 'withinNext', lasting: 'P50Y' },
      { op: 'anniversary' },
    ]
    expect(tests.filter((each) => passesAt(each, value, noon))).toEqual([])
  })

  test('to compare with must be one, or still to be given', () => {
    const dueBefore = (value: string) => ({ if: 'attribute', attribute: 'due', test: { op: 'before', value } })
    expect(ruleSchema.safeParse(dueBefore('2026-02-30')).success).toBe(false)
    const unfinished = ruleSchema.parse(dueBefore(''))
    expect(
      evaluate({ any: [unfinished] }, factsOf([], { attributes: { due: '2026-01-01' } }), {
        moment: clockMoment(0),
        zone: 'UTC',
      }),
    ).toBe(false)
  })
})

describe('an anniversary', () => {
  test.each([
    ['1990-03-10', '2026-03-10T12:00+02:00', true],
    ['1990-03-10T23:00Z', '2026-03-10T12:00+02:00', true],
    ['1990-03-11', '2026-03-10T22:30Z', true],
    ['1990-03-10', '2026-03-10T22:30Z', false],
    ['2000-02-29', '2026-02-28T12:00+02:00', true],
    ['2000-02-29', '2026-03-01T12:00+02:00', false],
    ['2000-02-29', '2028-02-28T12:00+02:00', false],
    ['2000-02-29', '2028-02-29T12:00+02:00', true],
    ['2001-02-28', '2026-02-28T12:00+02:00', true],
  ])('of %s at %s: %j', (value, at, expected) => {
    expect(passesAt({ op: 'anniversary' }, value, bucharest(at))).toBe(expected)
  })
})

test('the last date beginning before an instant divides the dates as their first instants do', () => {
  const zone = fc.constantFrom(
    'Europe/Bucharest',
    'Pacific/Apia',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  )
  const instant = fc.oneof(
    fc.integer({ min: 0, max: 2e12 }),
    fc.constantFrom(Date.parse('2011-12-30T10:00Z'), Date.parse('2018-11-04T03:00Z')),
  )
  fc.assert(
    fc.property(zone, instant, fc.integer({ min: -3, max: 3 }), fc.boolean(), (zone, at, days, orAt) => {
      const date = new Date(at + days * 86_400_000).toISOString().slice(0, 10)
      const begins = startOfDay(date, zone)
      expect(date <= lastDateBeginning(at, zone, orAt)).toBe(orAt ? begins <= at : begins < at)
    }),
  )
})
