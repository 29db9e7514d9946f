import { describe, expect, test } from 'vitest'
import type { Facts } from '../../audience/facts.ts'
import type { Rule } from '../../audience/rule.ts'
import { compile } from '../../engine/compile.ts'
import { clockMoment, isAfter, type Moment } from '../../engine/moment.ts'
import { runUntilWaiting } from '../../engine/runUntilWaiting.ts'
import { aJourney } from '../../testing/aJourney.ts'
import { factsOf } from '../../testing/factsOf.ts'
import { visitOf } from '../../testing/visitOf.ts'
import { nodeTypes } from '../index.ts'
import { wait } from './wait.ts'
import { words } from './words.ts'

const noon = Date.parse('2026-03-03T12:00Z')
const HOUR = 3_600_000
const segment = '00000000-0000-4000-8000-000000000001'
const arrived = { at: noon, seq: 4 }

const visit = (data: unknown, facts: Facts, moment: Moment = arrived) =>
  wait.visit(visitOf(wait.data.parse(data), { facts, arrived, moment }))
const until = (rule: Rule, atMost = 'P1D') => ({ until: 'condition', rule, atMost })

const isPro: Rule = { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'pro' } }
const isMember: Rule = { if: 'memberOf', segment }
const performed = (name: string, rest = {}): Rule => ({ if: 'performed', event: { name, where: [] }, ...rest })

test('D12: who fulfils the rule on arrival goes on at once', () => {
  const already = { do: 'leave', by: 'happened', because: 'conditionHeld' }
  expect(visit(until(isMember), factsOf([], { memberOf: { [segment]: noon - HOUR } }))).toMatchObject(already)
  expect(visit(until(isPro), factsOf([], { attributes: { plan: 'pro' } }))).toMatchObject(already)
  expect(visit(until(performed('ordered')), factsOf([['ordered', noon - HOUR]]))).toMatchObject(already)
})

test('D14: where the time is over first, the contact goes by the other port, and gets the message behind it alone', () => {
  const journey = aJourney()
    .trigger('entered')
    .as('wait')
    .waitUntil(
      { until: 'condition', rule: isMember, atMost: 'P3D' },
      {
        happened: (lane) => lane.email('Welcome in').exit('in'),
        timeout: (lane) => lane.as('late').email('Still time').exit('out'),
      },
    )
    .build()
  const entered = { at: noon, seq: 1 }
  const run = runUntilWaiting({
    journey: compile(journey, nodeTypes),
    enrollmentId: '1',
    position: { nodeId: journey.nodes[0]?.id ?? '', arrived: entered, entered },
    facts: factsOf([], { memberOf: { [segment]: noon + 72 * HOUR }, attributes: { email: 'ana@people.example' } }),
    zone: 'UTC',
    now: noon + 100 * HOUR,
  })
  expect(run.steps.find(({ nodeId }) => nodeId === 'wait')).toMatchObject({
    port: 'timeout',
    because: 'conditionTimeout',
    left: clockMoment(noon + 72 * HOUR),
  })
  expect(run.steps.flatMap(({ effects }) => effects)).toMatchObject([{ do: 'send', nodeId: 'late' }])
})

describe('a contact is let go', () => {
  test('by the event that makes the rule true, at its own moment', () => {
    const rule = { all: [performed('ordered'), { not: performed('paid') }] }
    const facts = factsOf([
      ['looked', noon + HOUR],
      ['ordered', noon + 2 * HOUR],
    ])
    const expected = { do: 'wait', until: { at: noon + 2 * HOUR, seq: 2 }, awaits: ['ordered', 'paid'] }
    expect(visit(until(rule), facts)).toEqual(expected)
    expect(visit(until(rule), facts, { at: noon + 2 * HOUR, seq: 2 })).toMatchObject({ because: 'conditionMet' })
  })

  test('by time alone', () => {
    const quiet: Rule = { not: performed('ordered', { within: 'P1D' }) }
    const facts = factsOf([['ordered', noon - 20 * HOUR]])
    expect(visit(until(quiet), facts)).toMatchObject({ do: 'wait', until: clockMoment(noon + 4 * HOUR + 1) })
    const due: Rule = { if: 'attribute', attribute: 'due', test: { op: 'withinNext', lasting: 'PT6H' } }
    const expiring = factsOf([], { attributes: { due: '2026-03-04' } })
    expect(visit(until(due), expiring)).toMatchObject({ do: 'wait', until: clockMoment(noon + 6 * HOUR) })
  })

  test('when the profile changed, not before, however late the worker looks', () => {
    const facts = factsOf([], { attributes: { plan: 'pro' }, changedAt: { plan: noon + HOUR } })
    const expected = { do: 'wait', until: clockMoment(noon + HOUR), awaits: ['$profile_changed'] }
    expect(visit(until(isPro), facts)).toEqual(expected)
    expect(visit(until(isPro), facts, clockMoment(noon + 5 * HOUR))).toMatchObject({ by: 'happened' })
  })

  test('when they entered or left a segment', () => {
    const facts = factsOf([], { memberOf: { [segment]: noon + HOUR } })
    const expected = { until: clockMoment(noon + HOUR), awaits: ['$segment_entered', '$segment_left'] }
    expect(visit(until(isMember), facts)).toMatchObject(expected)
    const left = factsOf([
      ['$segment_left', noon + HOUR, { segment: 'another' }],
      ['$segment_left', noon + 2 * HOUR, { segment }],
    ])
    expect(visit(until({ not: isMember }), left)).toMatchObject({ until: { at: noon + 2 * HOUR, seq: 2 } })
  })

  test('when they subscribed', () => {
    const rule: Rule = { if: 'subscribed', channel: 'email', topic: 'news' }
    const facts = factsOf([['$subscribed', noon + HOUR, { channel: 'email', topic: 'news' }]], {
      subscriptions: { 'email:news': 'subscribed' },
    })
    expect(visit(until(rule), facts)).toMatchObject({ until: { at: noon + HOUR, seq: 1 } })
  })

  test('not by what happens at the very end of the time, which is too late', () => {
    const facts = factsOf([['ordered', noon + 24 * HOUR]])
    expect(visit(until(performed('ordered')), facts)).toMatchObject({ until: clockMoment(noon + 24 * HOUR) })
    expect(visit(until(performed('ordered')), facts, clockMoment(noon + 24 * HOUR))).toMatchObject({ by: 'timeout' })
  })
})

test('looks at so many moments in one visit and no more, and loses none on the way', () => {
  const often: Rule = performed('a', { times: { op: 'atLeast', count: 900 } })
  const events = Array.from({ length: 900 }, (_, index) => ['a', noon + (index + 1) * 1000] as const)
  const facts = factsOf(events)
  let moment: Moment = arrived
  let visits = 0
  for (
    let decision = visit(until(often), facts);
    decision.do === 'wait';
    decision = visit(until(often), facts, moment)
  ) {
    expect(isAfter(decision.until, moment)).toBe(true)
    moment = decision.until
    visits += 1
  }
  expect([moment.at, visits]).toEqual([noon + 900_000, 9])
})

test('an event from before the arrival counts as far back as the wait says', () => {
  const facts = factsOf([['ordered', noon - 2 * HOUR]])
  const data = { until: 'event', event: { name: 'ordered' }, atMost: 'P1D' }
  expect(visit(data, facts)).toMatchObject({ do: 'wait', until: clockMoment(noon + 24 * HOUR) })
  expect(visit({ ...data, since: 'PT2H' }, facts)).toMatchObject({ by: 'happened', because: 'happenedBefore' })
  expect(visit({ ...data, since: 'PT1H' }, facts)).toMatchObject({ do: 'wait' })
})

test('says which events and what else it asks about, and that it may let pass at once', () => {
  const rule: Rule = { any: [isMember, isPro, { if: 'subscribed', channel: 'email', topic: '*' }] }
  const data = wait.data.parse(until(rule))
  expect(wait.ports(data)).toEqual(['happened', 'timeout'])
  expect(wait.reads(data)).toEqual(['$segment_entered', '$segment_left', '$subscribed', '$unsubscribed'])
  expect(wait.asks?.(data).toSorted()).toEqual(['changes', 'consent', 'membership'])
  expect(wait.mayPass?.(data)).toBe(true)
})

test.each<[Rule, string | undefined, string]>([
  [{ all: [] }, 'wait.emptyRule', 'blocks'],
  [{ all: [isPro, { if: 'memberOf', segment: '' }] }, 'wait.emptyRule', 'blocks'],
  [{ all: [isPro, { not: isPro }] }, 'wait.neverHolds', 'warns'],
  [isPro, undefined, ''],
])('%j has the problem %s', (rule, code, severity) => {
  const problems = wait.check(wait.data.parse(until(rule)), { locales: ['en'], sourceLocale: 'en' })
  expect(problems.map((each) => [each.code, each.severity])).toEqual(code ? [[code, severity]] : [])
  if (code) expect(words.en.problems).toHaveProperty([code])
  if (severity === 'blocks') expect(visit(until(rule), factsOf())).toEqual({ do: 'end', because: 'notConfigured' })
})
