import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockMoment } from '../engine/moment.ts'
import { factsOf } from '../testing/factsOf.ts'
import { evaluate } from './evaluate.ts'
import { isConfigured } from './inspect.ts'
import { passes } from './passes.ts'
import { type Rule, rule, type ValueTest } from './rule.ts'

const noon = { moment: clockMoment(Date.parse('2026-03-10T12:00Z')), zone: 'Europe/Bucharest' }
const plan = (test: ValueTest): Rule => ({ if: 'attribute', attribute: 'plan', test })
const performed = (name: string, within?: string): Rule => ({
  if: 'performed',
  event: { name, where: [] },
  ...(within && { within }),
})

describe('a test of one value', () => {
  test.each<[ValueTest, unknown, boolean]>([
    [{ op: 'is', value: 'pro' }, 'pro', true],
    [{ op: 'is', value: 'PRO' }, 'pro', true],
    [{ op: 'is', value: 'Édouard' }, 'e\u0301DOUARD', true],
    [{ op: 'is', value: 'ȘTEFAN' }, 'ștefan', true],
    [{ op: 'is', value: 'ΟΔΟΣ' }, 'οδοσ', true],
    [{ op: 'contains', value: 'ΣΑΣ' }, 'ΣΑΣΑ', true],
    [{ op: 'is', value: 5 }, 5, true],
    [{ op: 'is', value: 5 }, '5', false],
    [{ op: 'is', value: true }, true, true],
    [{ op: 'is', value: true }, 'true', false],
    [{ op: 'is', value: 'pro' }, null, false],
    [{ op: 'isNot', value: 'pro' }, null, true],
    [{ op: 'isNot', value: 'pro' }, undefined, true],
    [{ op: 'isNot', value: 5 }, '5', true],
    [{ op: 'isNot', value: 'pro' }, 'Pro', false],
    [{ op: 'contains', value: 'GMAIL' }, 'ana@gmail.com', true],
    [{ op: 'contains', value: '5' }, 15, false],
    [{ op: 'startsWith', value: 'ana' }, 'Ana@gmail.com', true],
    [{ op: 'startsWith', value: 'gmail' }, 'ana@gmail.com', false],
    [{ op: 'moreThan', value: 10 }, 10, false],
    [{ op: 'moreThan', value: 10 }, 10.01, true],
    [{ op: 'atLeast', value: 10 }, 10, true],
    [{ op: 'lessThan', value: 10 }, 10, false],
    [{ op: 'atMost', value: 10 }, 10, true],
    [{ op: 'atMost', value: 10 }, '9', false],
    [{ op: 'lessThan', value: 10 }, null, false],
    [{ op: 'exists' }, 0, true],
    [{ op: 'exists' }, false, true],
    [{ op: 'exists' }, '', false],
    [{ op: 'isMissing' }, null, true],
    [{ op: 'isMissing' }, 0, false],
  ])('%j of %j is %j', (test, value, expected) => {
    expect(passes(test, value)).toBe(expected)
  })

  test('of a value that is missing or of another type passes only isNot and isMissing', () => {
    const test = fc.oneof(
      fc.record({ op: fc.constantFrom('is' as const), value: fc.string({ minLength: 1 }) }),
      fc.record({
        op: fc.constantFrom('contains' as const, 'startsWith' as const),
        value: fc.string({ minLength: 1 }),
      }),
      fc.record({ op: fc.constantFrom('moreThan' as const, 'atMost' as const), value: fc.integer() }),
    )
    fc.assert(fc.property(test, fc.constantFrom(null, undefined, [], {}, true), (test, value) => !passes(test, value)))
  })
})

describe('a name', () => {
  test.each(['constructor', 'toString', '__proto__'])(
    'of JavaScript’s own, %s, is no attribute and no property',
    (name) => {
      expect(evaluate({ if: 'attribute', attribute: name, test: { op: 'exists' } }, factsOf(), noon)).toBe(false)
      expect(evaluate({ if: 'entryEvent', property: name, test: { op: 'exists' } }, factsOf(), noon)).toBe(false)
      const match = { name: 'ordered', where: [{ property: name, test: { op: 'exists' as const } }] }
      const facts = factsOf([['ordered', '2026-03-10T11:00Z']])
      expect(evaluate({ if: 'performed', event: match }, facts, noon)).toBe(false)
    },
  )
})

describe('an event in the past', () => {
  const facts = factsOf([
    ['ordered', '2026-03-03T12:00Z', { total: 20 }],
    ['ordered', '2026-03-10T12:00Z', { total: 80 }],
    ['viewed', '2026-03-10T12:00:00.001Z'],
  ])
  const at = { moment: { at: noon.moment.at, seq: 2 }, zone: noon.zone }

  test.each<[string, Rule, boolean]>([
    ['counts at its own moment', performed('ordered', 'PT1M'), true],
    ['does not count before it happened', performed('viewed'), false],
    ['counts within a time, its first instant included', performed('ordered', 'P7D'), true],
    ['was not performed if never recorded', { not: performed('refunded') }, true],
    ['is not performed while its name is not given', performed(''), false],
  ])('%s', (_claim, rule, expected) => {
    expect(evaluate(rule, facts, at)).toBe(expected)
  })

  test('is not seen by a clock of the same millisecond, which comes before it', () => {
    expect(evaluate(performed('ordered', 'PT1M'), facts, noon)).toBe(false)
  })

  test('must pass every property test by itself', () => {
    const big = (from: string): Rule => ({
      if: 'performed',
      event: { name: 'ordered', where: [{ property: 'total', test: { op: 'atLeast', value: 50 } }] },
      within: from,
    })
    expect(evaluate(big('P1D'), facts, at)).toBe(true)
    expect(evaluate(big('P1D'), factsOf([['ordered', '2026-03-10T11:00Z', { total: 20 }]]), at)).toBe(false)
  })

  test('is looked back for on the calendar of the zone', () => {
    const after = { moment: clockMoment(Date.parse('2026-03-29T10:00+03:00')), zone: 'Europe/Bucharest' }
    const dayBefore = factsOf([['ordered', '2026-03-28T10:00+02:00']])
    expect(evaluate(performed('ordered', 'P1D'), dayBefore, after)).toBe(true)
    expect(evaluate(performed('ordered', 'PT22H59M'), dayBefore, after)).toBe(false)
  })
})

describe('a rule', () => {
  const pro = plan({ op: 'is', value: 'pro' })
  const here: Rule = { if: 'attribute', attribute: 'country', test: { op: 'is', value: 'RO' } }

  test.each<[Rule, Record<string, unknown>, boolean]>([
    [{ all: [pro, here] }, { plan: 'pro', country: 'RO' }, true],
    [{ all: [pro, here] }, { plan: 'pro' }, false],
    [{ any: [pro, here] }, { country: 'RO' }, true],
    [{ any: [pro, { all: [here, { not: pro }] }] }, { country: 'RO' }, true],
    [{ any: [pro, { all: [here, { not: pro }] }] }, {}, false],
  ])('D34: %j of %j is %j', (rule, attributes, expected) => {
    expect(evaluate(rule, factsOf([], { attributes }), noon)).toBe(expected)
  })

  test.each<[string, Rule]>([
    ['all', { all: [] }],
    ['any', { any: [] }],
    ['not all', { not: { all: [] } }],
    ['not any, within all', { all: [{ not: { any: [] } }] }],
    ['not an event without a name', { not: performed('') }],
    ['is not, of nothing', plan({ op: 'isNot', value: '' })],
    ['an attribute without a name is missing', { if: 'attribute', attribute: '', test: { op: 'isMissing' } }],
    ['a property without a name is not', { if: 'entryEvent', property: '', test: { op: 'isNot', value: 'x' } }],
  ])('that is not filled in – %s – is true for nobody, and known as unfinished', (_name, rule) => {
    expect(isConfigured(rule)).toBe(false)
    expect(evaluate(rule, factsOf(), noon)).toBe(false)
    expect(evaluate({ any: [rule] }, factsOf([], { attributes: { plan: 'free' } }), noon)).toBe(false)
  })

  test('that is filled in obeys de Morgan', () => {
    const contact = fc.record({ plan: fc.constantFrom('pro', 'free', null), country: fc.constantFrom('RO', 'NL') })
    fc.assert(
      fc.property(contact, (attributes) => {
        const facts = factsOf([], { attributes })
        expect(evaluate({ not: { all: [pro, here] } }, facts, noon)).toBe(
          evaluate({ any: [{ not: pro }, { not: here }] }, facts, noon),
        )
      }),
    )
  })

  test.each([
    { all: [pro], any: [here] },
    { if: 'attribute', attribute: 'plan', test: { op: 'is', value: null } },
    { if: 'attribute', attribute: 'plan', test: { op: 'contains', value: '' } },
    { if: 'performed', event: { name: 'x' }, within: '-P1D' },
    { if: 'weather' },
  ])('is refused when it is %j', (written) => {
    expect(rule.safeParse(written).success).toBe(false)
  })
})
