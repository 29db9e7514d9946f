import { describe, expect, test } from 'vitest'
import { clockMoment } from '../engine/moment.ts'
import { factsOf } from '../testing/factsOf.ts'
import { evaluate } from './evaluate.ts'
import { isConfigured, ruleEvents } from './inspect.ts'
import { passes } from './passes.ts'
import type { EventProperty, Performed, Rule, ValueTest } from './rule.ts'

const noon = { moment: clockMoment(Date.parse('2026-03-10T12:00Z')), zone: 'Europe/Bucharest' }
const ordered = { name: 'ordered', where: [] }
const facts = factsOf(
  [
    ['ordered', '2026-03-01T12:00Z', { total: 19.99, plan: 'Pro', due: '2026-03-01' }],
    ['ordered', '2026-03-09T12:00Z', { total: 0.01, plan: null, due: '2026-04-01' }],
    ['ordered', '2026-03-09T12:00Z', { total: '80', plan: 'free' }],
    ['ordered', '2026-03-10T12:00Z', { total: 1000 }],
  ],
  { attributes: { tags: ['New', 'vip', 5], none: [], locale: 'pt-BR' } },
)
const holds = (rule: Rule) => evaluate(rule, facts, noon)

describe('how often an event happened', () => {
  const times = (op: 'atLeast' | 'exactly' | 'atMost', count: number, rest: Partial<Performed> = {}): Rule => {
    return { if: 'performed', event: ordered, times: { op, count }, ...rest }
  }
  test.each<[Rule, boolean]>([
    [times('atLeast', 3), true],
    [times('atLeast', 4), false],
    [times('atLeast', 0, { event: { name: 'refunded', where: [] } }), true],
    [times('exactly', 3), true],
    [times('exactly', 2, { within: 'P2D' }), true],
    [times('exactly', 0, { within: 'PT1H' }), true],
    [times('atMost', 2), false],
    [times('atMost', 0, { event: { name: 'refunded', where: [] } }), true],
    [
      times('exactly', 1, {
        event: { name: 'ordered', where: [{ property: 'plan', test: { op: 'is', value: 'pro' } }] },
      }),
      true,
    ],
  ])('%j is %j', (rule, expected) => {
    expect(holds(rule)).toBe(expected)
  })
})

describe('the sum of a property', () => {
  const sum = (
    op: 'moreThan' | 'atLeast' | 'lessThan' | 'atMost',
    value: number,
    rest: Partial<Performed> = {},
  ): Rule => {
    return { if: 'performed', event: ordered, sum: { property: 'total', op, value }, ...rest }
  }
  test.each<[Rule, boolean]>([
    [sum('atLeast', 20), true],
    [sum('moreThan', 20), false],
    [sum('lessThan', 0.02, { within: 'P2D' }), true],
    [sum('atMost', 0, { event: { name: 'refunded', where: [] } }), false],
    [sum('atMost', 0, { event: { name: 'refunded', where: [] }, times: { op: 'atLeast', count: 0 } }), true],
    [sum('atLeast', 20, { times: { op: 'atLeast', count: 4 } }), false],
    [{ if: 'performed', event: ordered, sum: { property: '', op: 'atMost', value: 5 } }, false],
  ])('%j is %j', (rule, expected) => {
    expect(holds(rule)).toBe(expected)
  })
})

describe('a property of the first or last event', () => {
  const endmost = (which: 'first' | 'last', rest: Partial<EventProperty>): Rule => {
    return { if: 'eventProperty', which, event: ordered, property: 'plan', test: { op: 'isMissing' }, ...rest }
  }
  test.each<[Rule, boolean]>([
    [endmost('first', { test: { op: 'is', value: 'pro' } }), true],
    [endmost('last', { test: { op: 'is', value: 'free' } }), true],
    [endmost('first', { within: 'P2D' }), true],
    [endmost('first', { within: 'PT1H' }), false],
    [endmost('last', { property: 'due' }), true],
    [endmost('first', { property: 'due', test: { op: 'withinLast', lasting: 'P30D' } }), true],
    [endmost('last', { event: { name: 'refunded', where: [] }, test: { op: 'isNot', value: 'x' } }), false],
  ])('%j is %j', (rule, expected) => {
    expect(holds(rule)).toBe(expected)
  })

  test('is read from its event’s history, and must be named', () => {
    expect(ruleEvents({ not: endmost('last', {}) })).toEqual(['ordered'])
    expect(isConfigured(endmost('last', { property: '' }))).toBe(false)
  })
})

test.each<[string[], boolean]>([
  [['pt'], true],
  [['PT-br'], true],
  [['fr', 'pt'], true],
  [['p'], false],
  [['pt-BR-x'], false],
  [[], false],
])('the language is one of %j: %j', (languages, expected) => {
  expect(holds({ if: 'locale', in: languages })).toBe(expected)
})

test.each<[ValueTest, unknown, boolean]>([
  [{ op: 'contains', value: 'new' }, ['New', 5], true],
  [{ op: 'contains', value: 'ne' }, ['New', 5], false],
  [{ op: 'contains', value: '5' }, ['New', 5], false],
  [{ op: 'contains', value: 'a' }, [], false],
  [{ op: 'is', value: 'New' }, ['New'], false],
  [{ op: 'isNot', value: 'New' }, ['New'], true],
  [{ op: 'exists' }, [], false],
  [{ op: 'isMissing' }, [], true],
  [{ op: 'exists' }, [null], true],
  [{ op: 'in', values: ['PRO', 5, true] }, 'pro', true],
  [{ op: 'in', values: ['PRO', 5, true] }, 5, true],
  [{ op: 'in', values: ['PRO', 5, true] }, '5', false],
  [{ op: 'in', values: ['PRO', 5, true] }, null, false],
  [{ op: 'in', values: ['PRO'] }, ['pro'], false],
])('%j of %j is %j', (test, value, expected) => {
  expect(passes(test, value)).toBe(expected)
})

test.each<[ValueTest]>([[{ op: 'in', values: [] }], [{ op: 'in', values: ['a', ''] }]])(
  '%j is not filled in',
  (test) => {
    expect(isConfigured({ if: 'attribute', attribute: 'plan', test })).toBe(false)
  },
)
