import fc from 'fast-check'
import type { Rule } from '../../src/audience/rule.ts'

const zones = [
  'Europe/Bucharest',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'US/Pacific',
  'Nowhere/Atlantis',
  'EST5EDT4',
  '',
]
const texts = [
  '',
  'a',
  'İ',
  'i',
  'I',
  'ı',
  'ß',
  'ẞ',
  'ss',
  'ΟΔΟΣ',
  'οδος',
  'οδοσ',
  'ΣΑΣ',
  'Ș',
  'ș',
  'S\u0326',
  'Ş',
  'e\u0301',
  'É',
  'Ꟈ',
  'İstanbul',
  'Iı',
  '5',
  'true',
  'null',
  '%',
  '_',
  "o'k",
  '\\',
  '$1',
  '😀',
  'fr',
  'fr-CA',
  'FR-ca',
  'frr',
]
const days = [
  '2024-02-28',
  '2024-02-29',
  '2025-02-28',
  '2023-02-29',
  '2025-03-01',
  '2025-03-30',
  '2025-10-26',
  '2025-03-09',
  '2011-12-30',
  '2011-12-31',
  '2025-02-30',
  '1999-12-31',
  '9999-12-31',
  '1000-01-01',
  '0999-01-01',
  '2025-13-01',
  '2025-04-06',
]
const clocks = [
  'T00:00Z',
  'T00:00:00.000Z',
  'T03:30:00+02:00',
  'T02:30:00+03:00',
  'T01:59:59.9999999-05:00',
  'T23:59:59.999+14:00',
  'T12:00',
  ' 12:00Z',
  'T24:00Z',
  'T12:00:60Z',
  'T12:00+15:00',
  't12:00z',
  'T12:00Z\n',
  '',
  '',
  '',
]
const moments = [
  '2025-02-28T12:00Z',
  '2024-02-28T22:30Z',
  '2024-02-29T01:00Z',
  '2025-03-30T01:30Z',
  '2025-03-09T08:00Z',
  '2025-10-26T01:00Z',
  '2025-03-30T22:00Z',
  '2011-12-31T11:00Z',
  '2025-04-05T15:00Z',
  '2025-03-01T04:59:59.999Z',
].map((text) => Date.parse(text))
const durations = ['PT1H', 'PT24H', 'P1D', 'P7D', 'P1W', 'P1M', 'P1Y', 'P1M1DT1H', 'PT0.001S', 'P4Y', 'P30D']
const numbers = [
  0, 1, -1, 5, 0.1, 0.2, 0.3, 0.30000000000000004, 10, 19.99, 1e21, -1e21, 1e-7, 9999999999.99, 1e10, 1e300, 5e-324,
  123456789.12345,
]
const properties = ['p', 'q', 'constructor', '__proto__', 'email', 'locale', 'time_zone', "it's", '$1', 'p.q']
const events = ['ordered', 'viewed', 'Ordered', "o'k"]

const written = fc.tuple(fc.constantFrom(...days), fc.constantFrom(...clocks)).map((parts) => parts.join(''))
const near = fc
  .tuple(fc.constantFrom(...moments), fc.constantFrom(-86_400_000, -3_600_000, -1, 0, 1, 3_600_000, 86_400_000))
  .map(([at, by]) => new Date(at + by).toISOString())
const text = fc.oneof(fc.constantFrom(...texts), written, near, fc.constantFrom(...zones))
const scalar = fc.oneof(text, fc.constantFrom(...numbers), fc.boolean())
const value = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.array(fc.oneof(scalar, fc.constant(null), fc.constant([])), { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom({}, { p: 'a' }) },
)
const bag = fc
  .array(fc.tuple(fc.constantFrom(...properties), value), { maxLength: 5 })
  .map((pairs) => JSON.stringify(Object.fromEntries(pairs)))

const instant = fc
  .tuple(
    fc.constantFrom(...moments),
    fc.constantFrom(-31_536_000_000, -604_800_000, -86_400_000, -3_600_000, -1, 0, 1, 3_600_000),
  )
  .map(([at, by]) => at + by)
const event = fc.record({ name: fc.constantFrom(...events), properties: bag, at: instant })

/** A contact as it is stored, with events in the order they were taken in. */
const contact = fc.record({
  email: fc.constantFrom(null, '', 'Ana@Example.com', 'İ@example.com'),
  locale: fc.constantFrom(null, 'fr', 'fr-CA', 'pt-BR', 'en'),
  time_zone: fc.oneof(fc.constant(null), fc.constantFrom(...zones)),
  attributes: bag,
  events: fc.array(event, { maxLength: 6 }),
})

const comparison = fc.constantFrom('moreThan' as const, 'atLeast' as const, 'lessThan' as const, 'atMost' as const)
const number = fc.constantFrom(...numbers)
const filled = fc.constantFrom(...texts.filter((each) => each !== ''))
const lasting = fc.constantFrom(...durations)
const date = fc.oneof(
  fc.constantFrom('', ...days.filter((day) => !['2023-02-29', '2025-02-30', '0999-01-01', '2025-13-01'].includes(day))),
  near,
  fc.constantFrom('2025-03-30T03:30:00+02:00', '2025-02-28T23:59:59.9999999-05:00'),
)

const valueTest = fc.oneof(
  fc.record({ op: fc.constantFrom('is' as const, 'isNot' as const), value: scalar }),
  fc.record({ op: fc.constant('in' as const), values: fc.array(scalar, { maxLength: 4 }) }),
  fc.record({ op: fc.constantFrom('contains' as const, 'startsWith' as const), value: filled }),
  fc.record({ op: comparison, value: number }),
  fc.record({ op: fc.constantFrom('exists' as const, 'isMissing' as const) }),
)
const dateTest = fc.oneof(
  fc.record({ op: fc.constantFrom('before' as const, 'after' as const), value: date }),
  fc.record({ op: fc.constantFrom('withinLast' as const, 'withinNext' as const), lasting }),
  fc.record({ op: fc.constant('anniversary' as const) }),
)
const test = fc.oneof(valueTest, dateTest)
const property = fc.constantFrom(...properties)
const name = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...events) }, { weight: 1, arbitrary: fc.constant('') })
const match = fc.record({ name, where: fc.array(fc.record({ property, test: valueTest }), { maxLength: 2 }) })

const condition: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ if: fc.constant('attribute' as const), attribute: property, test }),
  fc.record({ if: fc.constant('entryEvent' as const), property, test }),
  fc.record(
    {
      if: fc.constant('performed' as const),
      event: match,
      within: lasting,
      times: fc.record({ op: fc.constantFrom('atLeast', 'exactly', 'atMost'), count: fc.nat(3) }),
      sum: fc.record({ property, op: comparison, value: number }),
    },
    { requiredKeys: ['if', 'event'] },
  ),
  fc.record(
    {
      if: fc.constant('eventProperty' as const),
      which: fc.constantFrom('first' as const, 'last' as const),
      event: match,
      within: lasting,
      property,
      test,
    },
    { requiredKeys: ['if', 'which', 'event', 'property', 'test'] },
  ),
  fc.record({
    if: fc.constant('locale' as const),
    in: fc.array(fc.constantFrom('fr', 'FR', 'fr-ca', 'pt', 'en-GB'), { maxLength: 2 }),
  }),
)

const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'rule' },
    { weight: 6, arbitrary: condition },
    { weight: 1, arbitrary: fc.record({ all: fc.array(tie('rule'), { maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ any: fc.array(tie('rule'), { maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ not: tie('rule') }) },
  ),
}))

/** Contacts with their pasts, rules about them, and a present to judge them in: null, missing, of the wrong type, odd letters, odd days. */
export const audience = fc.record({
  contacts: fc.array(contact, { minLength: 8, maxLength: 8 }),
  rules: fc.array(rule, { minLength: 50, maxLength: 50 }),
  at: fc.constantFrom(...moments),
  /** How many of the events of that very millisecond are past already. */
  seen: fc.nat(8),
  zone: fc.constantFrom('Europe/Bucharest', 'America/Sao_Paulo', 'UTC'),
})
export type Audience = typeof audience extends fc.Arbitrary<infer T> ? T : never
