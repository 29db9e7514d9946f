import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from '../../audience/evaluate.ts'
import { type Facts, noFacts } from '../../audience/facts.ts'
import { isConfigured } from '../../audience/inspect.ts'
import { type Rule, rule as ruleSchema } from '../../audience/rule.ts'
import { isContradiction } from './isContradiction.ts'

const SEGMENT = '00000000-0000-4000-8000-000000000001'
const OTHER = '00000000-0000-4000-8000-000000000002'
const text = fc.constantFrom('a', 'A', 'ab', 'abc', 'b', 'ba', 'ς', 'σ')
const number = fc.constantFrom(-1, 0, 1, 1.5, 2)
const scalar = fc.oneof(text, number, fc.boolean())
const valueTest = fc.oneof(
  fc.record({ op: fc.constantFrom('is', 'isNot'), value: scalar }),
  fc.record({ op: fc.constant('in'), values: fc.array(scalar, { minLength: 1, maxLength: 2 }) }),
  fc.record({ op: fc.constantFrom('contains', 'startsWith'), value: text }),
  fc.record({ op: fc.constantFrom('moreThan', 'atLeast', 'lessThan', 'atMost'), value: number }),
  fc.record({ op: fc.constantFrom('exists', 'isMissing') }),
)
const lasting = fc.constantFrom('P1D', 'P2D')
const written = fc.constantFrom('1970-01-01', '1970-01-02', '1970-01-03T06:00:00Z')
const dateTest = fc.oneof(
  fc.record({ op: fc.constantFrom('before', 'after'), value: written }),
  fc.record({ op: fc.constantFrom('withinLast', 'withinNext'), lasting }),
  fc.record({ op: fc.constant('anniversary') }),
)
const anyTest = fc.oneof({ weight: 4, arbitrary: valueTest }, dateTest)
const where = fc.array(fc.record({ property: fc.constantFrom('p', 'q'), test: valueTest }), { maxLength: 2 })
const event = fc.record({ name: fc.constantFrom('one', 'two'), where })
const stages = fc.constantFrom('prospect', 'active', 'lapsed')
const standing = fc.oneof(
  fc.record({ if: fc.constant('memberOf'), segment: fc.constantFrom(SEGMENT, OTHER) }),
  fc.record(
    {
      if: fc.constant('message'),
      did: fc.constantFrom('opened', 'clicked'),
      node: fc.constantFrom('m', 'n'),
      within: lasting,
    },
    { requiredKeys: ['if', 'did'] },
  ),
  fc.record({ if: fc.constant('stage'), in: fc.uniqueArray(stages, { minLength: 1, maxLength: 2 }) }),
  fc.record({
    if: fc.constant('score'),
    op: fc.constantFrom('moreThan', 'atLeast', 'lessThan', 'atMost'),
    value: number,
  }),
  fc.record({ if: fc.constant('subscribed'), channel: fc.constant('email'), topic: fc.constantFrom('news', '*') }),
  fc.record({ if: fc.constant('reachable'), channel: fc.constant('email') }),
  fc.record({
    if: fc.constant('attribute'),
    attribute: fc.constantFrom('email', 'score', 'lifecycle_stage'),
    test: anyTest,
  }),
  fc.record({
    if: fc.constant('unchanged'),
    attribute: fc.constantFrom('p', 'q'),
    test: anyTest,
    op: fc.constantFrom('atLeast', 'lessThan'),
    lasting,
  }),
)
const condition = fc.oneof(
  { weight: 3, arbitrary: standing },
  {
    weight: 3,
    arbitrary: fc.record({ if: fc.constant('attribute'), attribute: fc.constantFrom('p', 'q'), test: anyTest }),
  },
  fc.record({ if: fc.constant('entryEvent'), property: fc.constant('p'), test: anyTest }),
  fc.record(
    {
      if: fc.constant('performed'),
      event,
      within: lasting,
      times: fc.record({ op: fc.constantFrom('atLeast', 'exactly', 'atMost'), count: fc.nat(2) }),
      sum: fc.record({ property: fc.constant('p'), op: fc.constantFrom('moreThan', 'atMost'), value: number }),
    },
    { requiredKeys: ['if', 'event'] },
  ),
  fc.record(
    {
      if: fc.constant('eventProperty'),
      which: fc.constantFrom('first', 'last'),
      event,
      within: lasting,
      property: fc.constantFrom('p', 'q'),
      test: anyTest,
    },
    { requiredKeys: ['if', 'which', 'event', 'property', 'test'] },
  ),
  fc.record({ if: fc.constant('locale'), in: fc.constantFrom(['en'], ['en-GB', 'nl'], ['nl']) }),
)
const { rules } = fc.letrec<{ rules: unknown; parts: unknown }>((tie) => ({
  parts: fc.array(tie('rules'), { minLength: 1, maxLength: 3 }),
  rules: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    condition,
    fc.record({ all: tie('parts') }),
    fc.record({ any: tie('parts') }),
    fc.record({ not: tie('rules') }),
  ),
}))
const rule = rules.map((each) => ruleSchema.parse(each))

const value = fc.oneof(scalar, written, fc.constantFrom(null, '', 'AB', 0.5, 3), fc.array(scalar, { maxLength: 2 }))
const values = fc.record({ p: value, q: value }, { requiredKeys: [] })
const DAY = 86_400_000
const told = fc.record({ node: fc.constantFrom('m', 'n') })
const happened = fc.record({
  name: fc.constantFrom('one', 'two', '$message_opened', '$message_clicked'),
  properties: fc.oneof(values, told),
  at: fc.constantFrom(0, DAY, 1.8 * DAY),
})
const contact: fc.Arbitrary<Facts> = fc.record({
  changedAt: fc.record({ p: fc.constantFrom(0, DAY), q: fc.constantFrom(0, DAY) }, { requiredKeys: [] }),
  memberOf: fc.record({ [SEGMENT]: fc.constant(0), [OTHER]: fc.constant(DAY) }, { requiredKeys: [] }),
  subscriptions: fc.constantFrom<Facts['subscriptions']>({ 'email:*': 'subscribed' }, { 'email:*': 'unsubscribed' }),
  suppressed: fc.constantFrom<string[]>([], ['email']),
  sends: fc.constant([]),
  attributes: fc.record(
    {
      p: value,
      q: value,
      locale: fc.constantFrom('en', 'en-GB', 'nl'),
      email: fc.constantFrom<unknown>('a', '', 5),
      score: fc.constantFrom<unknown>(-1, 1, 2, 'a'),
      lifecycle_stage: fc.oneof(stages, fc.constantFrom('Active', null)),
    },
    { requiredKeys: [] },
  ),
  entryEvent: values,
  events: fc
    .array(happened, { maxLength: 3 })
    .map((events) => events.toSorted((one, other) => one.at - other.at).map((each, seq) => ({ ...each, seq }))),
})
const present = { moment: { at: 2 * DAY, seq: 9 }, zone: 'UTC' }

test('whom rules are said to contradict, nobody fulfils', () => {
  let contradictions = 0
  fc.assert(
    fc.property(
      fc.array(rule, { minLength: 1, maxLength: 3 }),
      fc.array(contact, { minLength: 20, maxLength: 20 }),
      (all, contacts) => {
        if (!all.every(isConfigured) || !isContradiction(all)) return
        contradictions += 1
        for (const facts of contacts) expect(all.every((each) => evaluate(each, facts, present))).toBe(false)
      },
    ),
    { numRuns: 1500 },
  )
  expect(contradictions).toBeGreaterThan(10)
})

test('two tests of one value are said to clash only where no value passes both, and always unless a part of a text is sought', () => {
  const every = [
    null,
    '',
    'a',
    'ab',
    'abc',
    'b',
    'ba',
    'σ',
    'abba',
    'baab',
    'aσ',
    'bσ',
    'baσ',
    'σa',
    'σb',
    'σba',
    'abσ',
    'σab',
    'abcσ',
    'σabc',
    -9,
    -1,
    -0.5,
    0,
    0.5,
    1,
    1.2,
    1.5,
    1.7,
    2,
    9,
    true,
    false,
  ]
  fc.assert(
    fc.property(valueTest, valueTest, (one, other) => {
      const both = ruleSchema.parse({
        all: [one, other].map((each) => ({ if: 'attribute', attribute: 'p', test: each })),
      })
      const fulfilled = every.some((p) => evaluate(both, { ...noFacts, attributes: { p } }, present))
      const isSought = one.op === 'contains' || other.op === 'contains'
      if (fulfilled) expect(isContradiction([both])).toBe(false)
      else if (!isSought) expect(isContradiction([both])).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

const attribute = (name: string, wanted: Record<string, unknown>): Rule =>
  ruleSchema.parse({ if: 'attribute', attribute: name, test: wanted })
const performed = (name: string, more: Record<string, unknown> = {}): Rule =>
  ruleSchema.parse({ if: 'performed', event: { name, where: [] }, ...more })

const unchanged = (op: 'atLeast' | 'lessThan'): Rule =>
  ruleSchema.parse({ if: 'unchanged', attribute: 'plan', test: { op: 'is', value: 'pro' }, op, lasting: 'P7D' })

test.each<[string, Rule[]]>([
  [
    'two values of one attribute',
    [attribute('plan', { op: 'is', value: 'A' }), attribute('plan', { op: 'is', value: 'B' })],
  ],
  [
    'an empty range',
    [attribute('total', { op: 'moreThan', value: 50 }), attribute('total', { op: 'lessThan', value: 20 })],
  ],
  ['there and missing', [attribute('x', { op: 'exists' }), attribute('x', { op: 'isMissing' })]],
  ['performed and not performed', [performed('order'), { not: performed('order') }]],
  ['performed lately but never', [performed('order', { within: 'P7D' }), { not: performed('order') }]],
  ['in a segment and not', [{ if: 'memberOf', segment: SEGMENT }, { not: { if: 'memberOf', segment: SEGMENT } }]],
  [
    'two stages at once',
    [
      { if: 'stage', in: ['active', 'loyal'] },
      { if: 'stage', in: ['lapsed'] },
    ],
  ],
  [
    'a score that is high and low',
    [
      { if: 'score', op: 'atLeast', value: 50 },
      { if: 'score', op: 'lessThan', value: 10 },
    ],
  ],
  [
    'a message clicked but not at all',
    [{ if: 'message', did: 'clicked', node: 'n_1' }, { not: { if: 'message', did: 'clicked' } }],
  ],
  ['reached without an address', [{ if: 'reachable', channel: 'email' }, attribute('email', { op: 'isMissing' })]],
  [
    'a value that it has had for long and never has',
    [unchanged('atLeast'), attribute('plan', { op: 'is', value: 'free' })],
  ],
  ['for at least and for less than a week', [unchanged('atLeast'), unchanged('lessThan')]],
])('a contradiction is seen: %s', (_name, all) => {
  expect(isContradiction([{ all }])).toBe(true)
})

test('what is not known here tells nothing', () => {
  const strange = JSON.parse('{"if":"attribute","attribute":"x","test":{"op":"soundsLike","value":"A"}}')
  expect(isContradiction([strange, attribute('x', { op: 'is', value: 'B' })])).toBe(false)
  expect(isContradiction([strange, { not: strange }])).toBe(true)
  expect(isContradiction([performed('order'), { not: performed('order', { within: 'P7D' }) }])).toBe(false)
})

test('rules with very many ways to fulfil them are given up, not searched for ever', () => {
  const either = (index: number): Rule => ({
    any: [attribute(`a${index}`, { op: 'is', value: 1 }), attribute(`b${index}`, { op: 'is', value: 1 })],
  })
  const many = Array.from({ length: 60 }, (_, index) => either(index))
  expect(
    isContradiction([...many, { any: [attribute('z', { op: 'exists' }), { not: attribute('z', { op: 'exists' }) }] }]),
  ).toBe(false)
})
