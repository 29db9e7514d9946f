import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDuration } from '../engine/duration.ts'
import { clockMoment } from '../engine/moment.ts'
import { factsOf } from '../testing/factsOf.ts'
import { nextChange } from './nextChange.ts'
import { nextReach } from './nextReach.ts'
import type { Rule, Test } from './rule.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const zone = 'Europe/Bucharest'
const at = (iso: string) => ({ moment: clockMoment(Date.parse(iso)), zone })
const iso = (instant: number | undefined) => instant !== undefined && new Date(instant).toISOString()
const ordered = { name: 'ordered', where: [] }

describe('the answer of a rule next changes', () => {
  const facts = factsOf(
    [
      ['ordered', '2026-03-01T10:00+02:00'],
      ['ordered', '2026-03-05T10:00+02:00'],
    ],
    {
      attributes: { due: '2026-04-01', born: '1990-03-20', plan: 'pro' },
      changedAt: { plan: Date.parse('2026-03-08T12:00+02:00') },
    },
  )
  const due = (test: Test): Rule => ({ if: 'attribute', attribute: 'due', test })
  const performed = (within: string, times?: { op: 'atLeast' | 'exactly' | 'atMost'; count: number }): Rule => {
    return { if: 'performed', event: ordered, within, ...(times && { times }) }
  }
  const isPro = { if: 'unchanged', attribute: 'plan', test: { op: 'is', value: 'pro' } } as const
  test.each<[string, Rule, string | false]>([
    ['when the last event leaves its time', performed('P30D'), '2026-04-04T07:00:00.001Z'],
    ['earlier where two are needed', performed('P30D', { op: 'atLeast', count: 2 }), '2026-03-31T07:00:00.001Z'],
    ['when a day begins so soon', due({ op: 'withinNext', lasting: 'P7D' }), '2026-03-24T22:00:00.000Z'],
    ['when a day begins', due({ op: 'withinLast', lasting: 'P7D' }), '2026-03-31T21:00:00.000Z'],
    ['not where two dates are compared', due({ op: 'before', value: '2026-05-01' }), false],
    [
      'at midnight before an anniversary',
      { if: 'attribute', attribute: 'born', test: { op: 'anniversary' } },
      '2026-03-19T22:00:00.000Z',
    ],
    ['when a value is old enough', { ...isPro, op: 'atLeast', lasting: 'P7D' }, '2026-03-15T10:00:00.000Z'],
    ['never once it is', { ...isPro, op: 'atLeast', lasting: 'P1D' }, false],
    [
      'never where a part that time does not change decides',
      { all: [performed('P30D'), { if: 'score', op: 'atLeast', value: 5 }] },
      false,
    ],
    ['with the first part of several', { all: [performed('P30D'), performed('P7D')] }, '2026-03-12T08:00:00.001Z'],
    [
      'with the last part of several where one is enough',
      { any: [performed('P30D'), performed('P7D')] },
      '2026-04-04T07:00:00.001Z',
    ],
    ['never without a time', { if: 'performed', event: ordered }, false],
  ])('%s', (_claim, rule, expected) => {
    expect(iso(nextChange(rule, facts, at('2026-03-10T12:00+02:00')))).toBe(expected)
  })

  test('when an event that is known already happens', () => {
    const rule: Rule = { if: 'performed', event: ordered, times: { op: 'atLeast', count: 2 } }
    expect(iso(nextChange(rule, facts, at('2026-03-04T10:00+02:00')))).toBe('2026-03-05T08:00:00.000Z')
  })
})

const zones = fc.constantFrom(
  'Europe/Bucharest',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Africa/Casablanca',
  'UTC',
)
const lasting = fc.constantFrom('PT1H', 'P1D', 'P1W', 'P1M', 'P1Y', 'P1M1DT1H', 'PT0.001S', 'P2DT30M', 'P13M')
/** Clocks set back over midnight, a day left out, gaps and overlaps of half an hour, ends of months, a leap day. */
const around = fc
  .constantFrom(
    '2006-10-29T02:01Z',
    '2011-12-30T10:00Z',
    '2018-02-18T02:00Z',
    '2018-11-04T03:00Z',
    '2025-04-05T15:00Z',
    '2025-10-04T15:30Z',
    '2026-03-29T01:00Z',
    '2026-10-25T01:00Z',
    '2024-02-29T00:00Z',
    '2025-03-31T00:00Z',
  )
  .map((text) => Date.parse(text))
const near = fc.oneof(
  fc.integer({ min: -48, max: 48 }).map((half) => half * (HOUR / 2)),
  fc.integer({ min: -40, max: 40 }).map((days) => days * DAY),
  fc.constantFrom(-366, -365, -31, -30, -29, -28, 365).map((days) => days * DAY),
  fc.integer({ min: -2 * DAY, max: 2 * DAY }),
)

test('a border is crossed by the moved present at the very instant that is named', () => {
  const look = fc.record({ way: fc.constantFrom('back' as const, 'ahead' as const), lasting })
  fc.assert(
    fc.property(
      zones,
      around,
      near,
      near,
      look,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 10, maxLength: 10 }),
      (zone, middle, by, off, look, parts) => {
        const at = middle + off
        const border = addDuration(at, look.way === 'back' ? `-${look.lasting}` : look.lasting, zone) + by
        const isReached = (when: number) =>
          addDuration(when, look.way === 'back' ? `-${look.lasting}` : look.lasting, zone) >= border
        const next = nextReach(border, look, { at, zone })
        if (next !== undefined) expect([next > at, isReached(next)]).toEqual([true, !isReached(at)])
        const end = next ?? at + 40 * DAY
        const samples = [
          at + 1,
          end - 1,
          ...parts.map((part) => Math.floor(at + part * (end - at))),
          ...Array.from({ length: 12 }, (_, n) => end - 1 - (n * HOUR) / 2),
        ]
        for (const when of samples) if (when >= at && when < end) expect(isReached(when)).toBe(isReached(at))
      },
    ),
    { numRuns: 1000 },
  )
}, 20_000)
