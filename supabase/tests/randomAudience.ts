import fc from 'fast-check'
import type { Rule } from '../../src/audience/rule.ts'
import { signal, stageOrScore, standing, standingConditions } from './randomStanding.ts'
import { type Flavour, flavours } from './randomValues.ts'

const momentsOf = (...texts: string[]) => texts.map((text) => Date.parse(text))
/** Around clock changes, leap days, year ends, midnights, and a day that Samoa left out. */
const moments = momentsOf(
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
  '2025-12-31T22:00Z',
  '2025-03-01T05:00Z',
  '2025-03-30T21:00Z',
  '2024-02-29T00:00Z',
)
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
const durations = ['PT1H', 'PT24H', 'P1D', 'P7D', 'P1W', 'P1M', 'P1Y', 'P1M1DT1H', 'PT0.001S', 'P4Y', 'P30D']

const property = fc.oneof(
  { weight: 5, arbitrary: fc.constant('p') },
  { weight: 2, arbitrary: fc.constant('q') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('constructor', '__proto__', 'email', 'locale', 'time_zone', "it's", '$1', 'p.q'),
  },
)
const name = fc.oneof(
  { weight: 12, arbitrary: fc.constant<string>('ordered') },
  { weight: 3, arbitrary: fc.constantFrom<string>('viewed', 'Ordered', "o'k") },
  { weight: 1, arbitrary: fc.constant<string>('') },
)
const eventName = name.filter((each) => each !== '')
const lasting = fc.constantFrom(...durations)

/** JSON text, because only parsing makes a key like `__proto__`. */
const bag = ({ value }: Flavour, other?: fc.Arbitrary<[string, unknown]>) =>
  fc
    .array(
      other
        ? fc.oneof({ weight: 3, arbitrary: fc.tuple(property, value) }, { weight: 1, arbitrary: other })
        : fc.tuple(property, value),
      { minLength: 1, maxLength: 4 },
    )
    .map((pairs) => `{${pairs.map(([key, each]) => `${JSON.stringify(key)}:${JSON.stringify(each)}`).join(',')}}`)

const shifts = [-31_536_000_000, -604_800_000, -86_400_000, -3_600_000, -1, 0, 0, 0, 1, 3_600_000]

/** A contact as it is stored, with events in the order they were taken in. */
const contact = (flavour: Flavour, at: number) => {
  const instant = fc.constantFrom(...shifts).map((by) => at + by)
  const tracked = fc.record({ name: eventName, properties: bag(flavour) })
  return fc.record({
    email: fc.constantFrom(null, '', 'Ana@Example.com', 'İ@example.com'),
    locale: fc.constantFrom(null, 'fr', 'fr-CA', 'frr', 'FR', 'pt-BR', 'en'),
    time_zone: fc.oneof(fc.constant(null), fc.constantFrom(...zones)),
    attributes: bag(flavour, stageOrScore),
    events: fc.array(
      fc
        .tuple(fc.oneof({ weight: 3, arbitrary: tracked }, { weight: 1, arbitrary: signal }), instant)
        .map(([event, at]) => ({ ...event, at })),
      { maxLength: 6 },
    ),
    standing: standing(instant, property),
  })
}

const comparison = fc.constantFrom('moreThan' as const, 'atLeast' as const, 'lessThan' as const, 'atMost' as const)

function conditions(flavour: Flavour): fc.Arbitrary<Rule> {
  const { valueTest, test, number } = flavour
  const propertyTest = fc.record({ property, test: valueTest })
  const where = fc.oneof(
    { weight: 3, arbitrary: fc.array(propertyTest, { maxLength: 0 }) },
    { weight: 1, arbitrary: fc.array(propertyTest, { maxLength: 2 }) },
  )
  const event = fc.record({ name, where })
  const performed = {
    if: fc.constant('performed' as const),
    event,
    within: lasting,
    times: fc.record({
      op: fc.constantFrom('atLeast' as const, 'exactly' as const, 'atMost' as const),
      count: fc.nat(3),
    }),
    sum: fc.record({ property, op: comparison, value: number }),
  }
  const endmost = {
    if: fc.constant('eventProperty' as const),
    which: fc.constantFrom('first' as const, 'last' as const),
  }
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ if: fc.constant('attribute' as const), attribute: property, test }) },
    { weight: 1, arbitrary: fc.record({ if: fc.constant('entryEvent' as const), property, test }) },
    { weight: 4, arbitrary: fc.record(performed, { requiredKeys: ['if', 'event'] }) },
    {
      weight: 4,
      arbitrary: fc.record(
        { ...endmost, event, within: lasting, property, test },
        { requiredKeys: ['if', 'which', 'event', 'property', 'test'] },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        if: fc.constant('locale' as const),
        in: fc.array(fc.constantFrom<string>('fr', 'FR', 'fr-ca', 'pt', 'en-GB'), { maxLength: 2 }),
      }),
    },
    { weight: 6, arbitrary: standingConditions(flavour, { attribute: property, lasting }) },
  )
}

const rules = (flavour: Flavour) =>
  fc.letrec<{ rule: Rule }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'rule' },
      { weight: 6, arbitrary: conditions(flavour) },
      { weight: 1, arbitrary: fc.record({ all: fc.array(tie('rule'), { maxLength: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ any: fc.array(tie('rule'), { maxLength: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ not: tie('rule') }) },
    ),
  })).rule

/**
 * Contacts with their pasts, rules about them, and a present to judge them in. An audience has a flavour – texts, numbers, dates,
 * lists, or all – so that rules and values meet often enough to say yes.
 */
export const audience = fc.constantFrom(...moments).chain((at) =>
  fc.constantFrom(...flavours(at, zones)).chain((flavour) =>
    fc.record({
      contacts: fc.array(contact(flavour, at), { minLength: 8, maxLength: 8 }),
      rules: fc.array(rules(flavour), { minLength: 50, maxLength: 50 }),
      at: fc.constant(at),
      /** How many of the events of that very millisecond are past already. */
      seen: fc.nat(8),
      zone: fc.constantFrom('Europe/Bucharest', 'America/Sao_Paulo', 'UTC'),
    }),
  ),
)
export type Audience = typeof audience extends fc.Arbitrary<infer T> ? T : never
