import { describe, expect, test } from 'vitest'
import type { Facts } from '../audience/facts.ts'
import type { Rule } from '../audience/rule.ts'
import { nodeTypes } from '../nodes/index.ts'
import { aJourney, type JourneyBuilder } from '../testing/aJourney.ts'
import { factsOf } from '../testing/factsOf.ts'
import { compile } from './compile.ts'
import type { JourneySettings } from './journey.ts'
import { clockMoment } from './moment.ts'
import { type Run, runUntilWaiting } from './runUntilWaiting.ts'

const zone = 'Europe/Bucharest'
const start = clockMoment(Date.parse('2026-03-03T09:00Z'))
const later = Date.parse('2027-01-01T00:00Z')

function run(journey: JourneyBuilder, facts: Facts = factsOf(), now = later): Run {
  const position = { nodeId: 'n_1', arrived: start, entered: start }
  return runUntilWaiting({
    journey: compile(journey.build(), nodeTypes),
    enrollmentId: '1',
    position,
    facts,
    zone,
    now,
  })
}

const ended = ({ outcome }: Run) =>
  outcome.do === 'end' ? `${outcome.because} ${new Date(outcome.at.at).toISOString().slice(0, 16)}` : outcome

const leavingBy = (...exit: JourneySettings['exit']) =>
  aJourney().wait('P10D').email('Hello').wait('P10D').with({ exit })
const when = (rule: Rule, when: 'becomesTrue' | 'stopsBeingTrue') => leavingBy({ on: 'rule', rule, when })

const isPro: Rule = { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'pro' } }
const ordered: Rule = { if: 'performed', event: { name: 'ordered', where: [] } }
const lately: Rule = { ...ordered, within: 'P2D' }
const isMember: Rule = { if: 'memberOf', segment: '11111111-1111-4111-8111-111111111111' }
const memberOf = (at: string) => ({ '11111111-1111-4111-8111-111111111111': Date.parse(at) })

test('a goal that asks for two events is reached at the second of them', () => {
  const journey = aJourney()
    .wait('P10D')
    .exit('done')
    .with({ goal: { event: { name: 'paid', where: [] }, times: 2, within: 'P7D' }, exit: [{ on: 'goal' }] })
  const [one, two] = [
    factsOf([['paid', '2026-03-05T10:00Z']]),
    factsOf([
      ['paid', '2026-03-06T10:00Z'],
      ['paid', '2026-03-05T10:00Z'],
    ]),
  ]
  expect([ended(run(journey, one)), ended(run(journey, two))]).toEqual([
    expect.stringMatching(/^done/),
    'goal 2026-03-06T10:00',
  ])
})

describe('a rule that becomes true', () => {
  test('ends the journey in the middle of a wait, at the instant of the event that made it true', () => {
    expect(ended(run(when(ordered, 'becomesTrue'), factsOf([['ordered', '2026-03-05T10:00Z']])))).toBe(
      'exitRule 2026-03-05T10:00',
    )
  })

  test('ends it when the clock makes it true', () => {
    const renewsSoon: Rule = { if: 'attribute', attribute: 'renews', test: { op: 'withinNext', lasting: 'P7D' } }
    const facts = factsOf([], { attributes: { renews: '2026-03-15T12:00Z' } })
    expect(ended(run(when(renewsSoon, 'becomesTrue'), facts))).toBe('exitRule 2026-03-08T12:00')
  })

  test('ends it with the change of the profile, and not before the change', () => {
    const facts = factsOf([], { attributes: { plan: 'pro' }, changedAt: { plan: Date.parse('2026-03-04T08:00Z') } })
    expect(ended(run(when(isPro, 'becomesTrue'), facts))).toBe('exitRule 2026-03-04T08:00')
  })

  test('ends it when the contact joins a list', () => {
    const facts = factsOf([], { memberOf: memberOf('2026-03-06T00:00Z') })
    expect(ended(run(when(isMember, 'becomesTrue'), facts))).toBe('exitRule 2026-03-06T00:00')
  })

  test('ends it at the entry where it is true already', () => {
    const facts = factsOf([['ordered', '2026-01-05T10:00Z']])
    expect(run(when(ordered, 'becomesTrue'), facts).steps).toHaveLength(1)
    expect(ended(run(when(ordered, 'becomesTrue'), facts))).toBe('exitRule 2026-03-03T09:00')
  })

  test('ends it after the very step that made it true', () => {
    const journey = aJourney()
      .update({ do: 'set', attribute: 'plan', value: { is: 'text', value: 'pro' } })
      .wait('P1D')
      .with({ exit: [{ on: 'rule', rule: isPro, when: 'becomesTrue' }] })
    expect(run(journey).steps.map(({ nodeId, because }) => `${nodeId} ${because}`)).toEqual([
      'n_1 updated',
      'n_2 exitRule',
    ])
  })

  test('wakes whoever is parked with all that may make it true, and by the clock', () => {
    const facts = factsOf([], { attributes: { plan: 'free' } })
    const now = Date.parse('2026-03-04T00:00Z')
    expect(run(when({ any: [isPro, ordered] }, 'becomesTrue'), facts, now).outcome).toMatchObject({
      do: 'park',
      awaits: ['ordered', '$profile_changed'],
    })
    const gone = run(when(lately, 'stopsBeingTrue'), factsOf([['ordered', '2026-03-03T08:00Z']]), now)
    expect(gone.outcome).toMatchObject({ do: 'park', wakeAt: Date.parse('2026-03-05T08:00:00.001Z') })
  })
})

describe('P26: who leaves early', () => {
  const facts = factsOf([
    ['ordered', '2026-03-03T08:00Z'],
    ['paid', '2026-03-06T00:00Z'],
  ])
  const onConversion = { on: 'goal' as const }
  const noLongerMatched = { on: 'rule' as const, rule: lately, when: 'stopsBeingTrue' as const }
  const leaving = (...exit: JourneySettings['exit']) =>
    leavingBy(...exit)
      .goal('paid', 'P30D')
      .with({ exit })

  test.each<[string, JourneySettings['exit'], string]>([
    ['on conversion', [onConversion], 'goal 2026-03-06T00:00'],
    ['when the trigger no longer matches', [noLongerMatched], 'exitRule 2026-03-05T08:00'],
    ['on either, whichever comes first', [onConversion, noLongerMatched], 'exitRule 2026-03-05T08:00'],
    ['only at the end', [], 'pathEnded 2026-03-23T09:00'],
  ])('P26: leaves %s', (_claim, exit, expected) => {
    expect(ended(run(leaving(...exit), facts))).toBe(expected)
  })
})

describe('unsubscribing from everything', () => {
  const leaving = leavingBy({ on: 'unsubscribed' })

  test('ends the journey at once', () => {
    const facts = factsOf([['$unsubscribed', '2026-03-04T07:00Z', { channel: 'email', topic: '*' }]])
    expect(ended(run(leaving, facts))).toBe('unsubscribedFromAll 2026-03-04T07:00')
  })

  test('ends it at the entry for whoever has done so before', () => {
    expect(ended(run(leaving, factsOf([], { subscriptions: { 'email:*': 'unsubscribed' } })))).toBe(
      'unsubscribedFromAll 2026-03-03T09:00',
    )
  })

  test('is more than leaving one topic', () => {
    const facts = factsOf([['$unsubscribed', '2026-03-04T07:00Z', { channel: 'email', topic: 'news' }]])
    expect(ended(run(leaving, facts))).toMatch('pathEnded')
  })
})

test('a rule that is not filled in ends nothing, and is not published', () => {
  const empty: Rule = { all: [] }
  for (const way of ['becomesTrue', 'stopsBeingTrue'] as const)
    expect(ended(run(when(empty, way)))).toMatch('pathEnded')
})

test('says what the worker must load and listen to', () => {
  const journey = leavingBy(
    { on: 'rule', rule: { any: [isPro, isMember, ordered] }, when: 'becomesTrue' },
    { on: 'unsubscribed' },
  )
  const compiled = compile(journey.build(), nodeTypes)
  expect(compiled.asks).toEqual(expect.arrayContaining(['membership', 'changes', 'consent']))
  expect(compiled.reads).toEqual(expect.arrayContaining(['ordered', '$segment_left', '$unsubscribed']))
  expect(compiled.endedBy).toEqual(
    expect.arrayContaining(['ordered', '$profile_changed', '$segment_entered', '$segment_left', '$unsubscribed']),
  )
})
