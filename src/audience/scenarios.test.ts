import { expect, test } from 'vitest'
import { clockMoment } from '../engine/moment.ts'
import { factsOf } from '../testing/factsOf.ts'
import { evaluate } from './evaluate.ts'
import type { Facts } from './facts.ts'
import type { Condition, Rule } from './rule.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const noon = Date.parse('2026-03-10T12:00Z')
const holdsAt = (rule: Rule, facts: Facts, at = noon) => evaluate(rule, facts, { moment: clockMoment(at), zone: 'UTC' })
const is = (attribute: string, value: string | number): Condition => ({
  if: 'attribute',
  attribute,
  test: { op: 'is', value },
})

test('M23: nested conditions tell 25 contacts apart', () => {
  const contacts = Array.from({ length: 25 }, (_, index) =>
    factsOf(index === 2 || index === 4 || index === 20 ? [['ordered', noon - DAY]] : [], {
      attributes: {
        country: index < 10 ? 'RO' : 'NL',
        age: index % 3 === 0 ? 45 : 20,
        plan: index % 2 === 0 ? 'pro' : 'free',
      },
    }),
  )
  const isOld: Rule = { if: 'attribute', attribute: 'age', test: { op: 'atLeast', value: 40 } }
  const ordered: Rule = { if: 'performed', event: { name: 'ordered', where: [] } }
  const count = (rule: Rule) => contacts.filter((facts) => holdsAt(rule, facts)).length
  const rule: Rule = { all: [is('country', 'RO'), { any: [isOld, { all: [is('plan', 'pro'), ordered] }] }] }
  expect([count(rule), count({ not: rule })]).toEqual([6, 19])
  const narrower: Rule = { all: [rule, { not: { all: [is('plan', 'pro'), ordered] } }] }
  expect([count(narrower), count({ not: narrower })]).toEqual([4, 21])
})

test('D32: a rule about a trait follows it, in, out and in again', () => {
  const periods = ['paid', 'free', 'paid'].map((plan) => factsOf([], { attributes: { plan } }))
  expect(periods.map((facts) => holdsAt(is('plan', 'paid'), facts))).toEqual([true, false, true])
})

test('D34: a nested rule turns exactly when the side that was missing comes true', () => {
  const rule: Rule = {
    all: [is('plan', 'paid'), { any: [is('city', 'Iași'), { all: [{ not: is('age', 20) }, is('vip', 1)] }] }],
  }
  const attributes = { plan: 'paid', city: 'Cluj', age: 20, vip: 1 }
  expect(holdsAt(rule, factsOf([], { attributes }))).toBe(false)
  expect(holdsAt(rule, factsOf([], { attributes: { ...attributes, age: 21 } }))).toBe(true)
  expect(holdsAt(rule, factsOf([], { attributes: { ...attributes, age: 21, plan: 'free' } }))).toBe(false)
})

test('D37: a value counts as unchanged once it has been so long enough, and until then as new', () => {
  const facts = (plan: string, changedAt?: number) =>
    factsOf([], { attributes: { plan }, changedAt: changedAt === undefined ? {} : { plan: changedAt } })
  const paidFor = (op: 'atLeast' | 'lessThan'): Rule =>
    ({ ...is('plan', 'paid'), if: 'unchanged', op, lasting: 'P7D' }) as Rule
  const answers = (each: Facts) => [holdsAt(paidFor('atLeast'), each), holdsAt(paidFor('lessThan'), each)]
  expect(answers(facts('paid', noon - 7 * DAY + 1))).toEqual([false, true])
  expect(answers(facts('paid', noon - 7 * DAY))).toEqual([true, false])
  expect(answers(facts('paid'))).toEqual([true, false])
  expect(answers(facts('free', noon - 30 * DAY))).toEqual([false, false])
})

const segment = '00000000-0000-4000-8000-000000000001'
const opened = (rest = {}): Rule => ({ if: 'message', did: 'opened', ...rest })
const known = factsOf(
  [
    ['$message_opened', noon - 2 * DAY, { journey: 'j1', node: 'n_a' }],
    ['$message_opened', noon - HOUR, { journey: 'j2', node: 'n_b' }],
  ],
  {
    attributes: { email: 'ana@example.com', lifecycle_stage: 'atRisk', score: 12 },
    memberOf: { [segment]: noon - DAY },
    subscriptions: { 'email:*': 'subscribed', 'email:news': 'pending', 'email:offers': 'subscribed' },
  },
)

test.each<[string, Rule, boolean]>([
  ['a member is one', { if: 'memberOf', segment }, true],
  ['nobody is in a segment not chosen, nor not in it', { not: { if: 'memberOf', segment: '' } }, false],
  ['a message of any journey was opened', opened(), true],
  ['of one journey', opened({ journey: 'j1' }), true],
  ['of one journey lately', opened({ journey: 'j1', within: 'P1D' }), false],
  ['of one step', opened({ node: 'n_b', within: 'P1D' }), true],
  ['so often', opened({ times: { op: 'exactly', count: 2 } }), true],
  ['nothing was clicked', { not: { if: 'message', did: 'clicked' } }, true],
  ['the stage is one of several', { if: 'stage', in: ['lapsed', 'atRisk'] }, true],
  ['the stage is another', { if: 'stage', in: ['active'] }, false],
  ['no stage is asked for', { not: { if: 'stage', in: [] } }, false],
  ['the score is high enough', { if: 'score', op: 'atLeast', value: 12 }, true],
  ['the score is too low', { if: 'score', op: 'moreThan', value: 12 }, false],
  ['subscribed', { if: 'subscribed', channel: 'email', topic: 'offers' }, true],
  ['not confirmed yet', { if: 'subscribed', channel: 'email', topic: 'news' }, false],
  ['subscribed to what nobody spoke of', { if: 'subscribed', channel: 'email', topic: 'other' }, true],
  ['reachable', { if: 'reachable', channel: 'email' }, true],
])('%s', (_claim, rule, expected) => {
  expect(holdsAt(rule, known)).toBe(expected)
})

test('who is not a member yet, has left everything, or has a blocked address, is known as such', () => {
  expect(holdsAt({ if: 'memberOf', segment }, known, noon - DAY - 1)).toBe(false)
  const left: Facts = { ...known, subscriptions: { ...known.subscriptions, 'email:*': 'unsubscribed' } }
  expect(holdsAt({ if: 'subscribed', channel: 'email', topic: 'offers' }, left)).toBe(false)
  expect(holdsAt({ if: 'reachable', channel: 'email' }, { ...known, suppressed: ['email'] })).toBe(false)
  expect(holdsAt({ if: 'reachable', channel: 'email' }, { ...known, attributes: { email: '' } })).toBe(false)
})
