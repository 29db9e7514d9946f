import fc from 'fast-check'
import { type Condition, engagements, lifecycleStages, type Rule } from '../../src/audience/rule.ts'
import type { Flavour } from './randomValues.ts'

/** Three segments and lists, and one that is not there. */
export const segments = [1, 2, 3].map((number) => `00000000-0000-4000-8000-00000000000${number}`)
const absent = '00000000-0000-4000-8000-00000000000f'
const journeys = ['10000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000002']
const messageNodes = ['n_a', 'n_b']
const topics = ['*', 'news', 'offers']

/** What is known of a contact beyond profile and events; instants in epoch milliseconds. */
export const standing = (instant: fc.Arbitrary<number>, attribute: fc.Arbitrary<string>) =>
  fc.record({
    memberOf: fc.uniqueArray(fc.record({ segment: fc.constantFrom(...segments), since: instant }), {
      selector: ({ segment }) => segment,
      maxLength: 3,
    }),
    consents: fc.uniqueArray(
      fc.record({ topic: fc.constantFrom(...topics), state: fc.constantFrom('subscribed', 'pending', 'unsubscribed') }),
      {
        selector: ({ topic }) => topic,
        maxLength: 3,
      },
    ),
    isSuppressed: fc.constantFrom(false, false, true),
    changedAt: fc.uniqueArray(fc.tuple(attribute, instant), { selector: ([name]) => name, maxLength: 3 }),
  })

/** Values that stages and scores are found among. */
export const stageOrScore: fc.Arbitrary<[string, unknown]> = fc.oneof(
  fc.tuple(fc.constant('lifecycle_stage'), fc.constantFrom<unknown>(...lifecycleStages, 'ATRISK', 'stranger', null)),
  fc.tuple(fc.constant('score'), fc.constantFrom<unknown>(0, 5, 10, -1, 4.5, '5', null)),
)

/** A signal that tells of a message. */
export const signal = fc.record({
  name: fc.constantFrom(...engagements).map((did) => `$message_${did}`),
  properties: fc
    .record({
      journey: fc.constantFrom(...journeys),
      node: fc.constantFrom(...messageNodes),
      channel: fc.constant('email'),
    })
    .map((properties) => JSON.stringify(properties)),
})

const comparison = fc.constantFrom('moreThan' as const, 'atLeast' as const, 'lessThan' as const, 'atMost' as const)
const channel = fc.constant('email' as const)

/** Conditions about these. */
export const standingConditions = (
  { test }: Flavour,
  { attribute, lasting }: { attribute: fc.Arbitrary<string>; lasting: fc.Arbitrary<string> },
): fc.Arbitrary<Rule> =>
  fc.oneof<fc.Arbitrary<Condition>[]>(
    fc.record({ if: fc.constant('memberOf' as const), segment: fc.constantFrom(...segments, absent, '') }),
    fc.record(
      {
        if: fc.constant('message' as const),
        did: fc.constantFrom(...engagements),
        journey: fc.constantFrom(...journeys),
        node: fc.constantFrom(...messageNodes),
        within: lasting,
        times: fc.record({
          op: fc.constantFrom('atLeast' as const, 'exactly' as const, 'atMost' as const),
          count: fc.nat(2),
        }),
      },
      { requiredKeys: ['if', 'did'] },
    ),
    fc.record({
      if: fc.constant('stage' as const),
      in: fc.uniqueArray(fc.constantFrom(...lifecycleStages), { maxLength: 3 }),
    }),
    fc.record({ if: fc.constant('score' as const), op: comparison, value: fc.constantFrom(0, 4.5, 5, 10) }),
    fc.record({ if: fc.constant('subscribed' as const), channel, topic: fc.constantFrom(...topics, 'unheard of', '') }),
    fc.record({ if: fc.constant('reachable' as const), channel }),
    fc.record({
      if: fc.constant('unchanged' as const),
      attribute,
      test,
      op: fc.constantFrom('atLeast' as const, 'lessThan' as const),
      lasting,
    }),
  )
