import fc from 'fast-check'
import type { EventMatch, Rule } from '../../../src/audience/rule.ts'

const event = fc.record({
  name: fc.constantFrom('bought', 'looked', 'bought', 'unheard'),
  where: fc.oneof(
    { weight: 3, arbitrary: fc.constant<EventMatch['where']>([]) },
    {
      weight: 1,
      arbitrary: fc.constant<EventMatch['where']>([{ property: 'worth', test: { op: 'moreThan' as const, value: 4 } }]),
    },
  ),
})
const topic = fc.constantFrom('*', 'marketing')
const lasting = fc.constantFrom('PT30M', 'PT5H', 'P1D', 'P2D', 'P7D', 'P1M')
const times = fc.record({
  op: fc.constantFrom('atLeast' as const, 'exactly' as const, 'atMost' as const),
  count: fc.nat(2),
})
const sum = fc.record({
  property: fc.constant('worth'),
  op: fc.constantFrom('moreThan' as const, 'atMost' as const),
  value: fc.nat(12),
})
const dateTest = fc.oneof(
  fc.record({ op: fc.constantFrom('withinLast' as const, 'withinNext' as const), lasting }),
  fc.constant({ op: 'anniversary' as const }),
  fc.record({ op: fc.constantFrom('before' as const, 'after' as const), value: fc.constant('2027-03-27') }),
)
const planTest = fc.constantFrom(
  { op: 'is' as const, value: 'paid' },
  { op: 'isNot' as const, value: 'paid' },
  { op: 'isMissing' as const },
)

const conditions = (list: string): fc.Arbitrary<Rule> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record(
        { if: fc.constant('performed' as const), event, within: lasting, times, sum },
        { requiredKeys: ['if', 'event'] },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record(
        {
          if: fc.constant('eventProperty' as const),
          which: fc.constantFrom('first' as const, 'last' as const),
          event,
          within: lasting,
          property: fc.constant('worth'),
          test: fc.constant({ op: 'moreThan' as const, value: 3 }),
        },
        { requiredKeys: ['if', 'which', 'event', 'property', 'test'] },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record({ if: fc.constant('attribute' as const), attribute: fc.constant('plan'), test: planTest }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ if: fc.constant('attribute' as const), attribute: fc.constant('due'), test: dateTest }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        if: fc.constant('unchanged' as const),
        attribute: fc.constant('plan'),
        test: planTest,
        op: fc.constantFrom('atLeast' as const, 'lessThan' as const),
        lasting,
      }),
    },
    { weight: 1, arbitrary: fc.constant({ if: 'memberOf' as const, segment: list }) },
    {
      weight: 1,
      arbitrary: fc.record({ if: fc.constant('subscribed' as const), channel: fc.constant('email' as const), topic }),
    },
  )

/** Rules a segment may have; `list` is one they may ask about. */
export const segmentRules = (list: string): fc.Arbitrary<Rule> =>
  fc.letrec<{ rule: Rule }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'segment' },
      { weight: 4, arbitrary: conditions(list) },
      { weight: 1, arbitrary: fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ not: tie('rule') }) },
    ),
  })).rule

const HOURS = 24 * 40
const who = fc.constantFrom('ana', 'ben', 'cem', 'visitor')
/** Hours since the start; an event may come in up to four days after it happened. */
const when = { at: fc.nat(HOURS), late: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(96)) }

/** Something that happens in a workspace with segments, at an hour. */
export const happening = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('track' as const),
      who,
      name: fc.constantFrom('bought', 'looked', 'idle'),
      worth: fc.nat(9),
      ...when,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('identify' as const),
      who,
      traits: fc.record(
        {
          plan: fc.constantFrom('paid', 'free'),
          due: fc.constantFrom('2027-03-05', '2027-03-28', '2027-03-28T01:30:00Z', '1990-03-20', 'soon'),
          timezone: fc.constantFrom('America/New_York', 'Asia/Tokyo'),
        },
        { requiredKeys: [] },
      ),
      ...when,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('list' as const), who, isMember: fc.boolean(), ...when }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('consent' as const), who, topic, isWanted: fc.boolean(), ...when }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('default' as const), isWanted: fc.boolean(), ...when }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('edit' as const), ...when }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('recognise' as const), ...when }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('look' as const), ...when }) },
)
export type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never
