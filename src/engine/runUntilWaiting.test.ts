import { describe, expect, test } from 'vitest'
import type { Rule } from '../audience/rule.ts'
import { nodeTypes } from '../nodes/index.ts'
import { aJourney, type JourneyBuilder } from '../testing/aJourney.ts'
import { factsOf } from '../testing/factsOf.ts'
import { compile } from './compile.ts'
import { clockMoment, type Moment } from './moment.ts'
import { type Visit, waitUntil } from './nodeType.ts'
import { type Run, type RunInput, runUntilWaiting, STEP_LIMIT } from './runUntilWaiting.ts'

const zone = 'Europe/Bucharest'
const instant = (text: string) => Date.parse(text)
const start = clockMoment(instant('2026-03-03T09:00Z'))

type Setup = Partial<Pick<RunInput, 'facts' | 'notBefore'>> & { entered?: Moment; now?: string }

function run(journey: JourneyBuilder, { entered = start, now = '2027-01-01T00:00Z', ...rest }: Setup = {}): Run {
  const position = { nodeId: 'n_1', arrived: entered, entered }
  return runUntilWaiting({
    journey: compile(journey.build(), nodeTypes),
    enrollmentId: '1',
    position,
    facts: factsOf(),
    zone,
    now: instant(now),
    ...rest,
  })
}

const walked = ({ steps }: Run) =>
  steps.map(({ nodeId, port, because }) => [nodeId, port, because].filter((word) => word !== undefined).join(' '))
const at = (moment: Moment | undefined) => moment && new Date(moment.at).toISOString()

describe('a fixed time', () => {
  const twoMinutes = aJourney().trigger('signed_up').wait('PT2M').exit('done')

  test('V4: holds a contact until it is over, and not a moment longer', () => {
    expect(run(twoMinutes, { now: '2026-03-03T09:01:59.999Z' }).outcome).toMatchObject({
      do: 'park',
      nodeId: 'n_2',
      arrived: start,
      wakeAt: instant('2026-03-03T09:02Z'),
      awaits: [],
    })
    const over = run(twoMinutes, { now: '2026-03-03T09:02Z' })
    expect(walked(over)).toEqual(['n_1 next entered', 'n_2 next timeElapsed', 'n_3 done'])
    expect(over.outcome).toEqual({ do: 'end', at: clockMoment(instant('2026-03-03T09:02Z')), because: 'done' })
  })

  test('is counted from the arrival however late the worker comes', () => {
    const late = run(aJourney().wait('P1D').wait('P1D').exit(), { now: '2026-06-01T00:00Z' })
    expect(late.steps.map(({ left }) => at(left))).toEqual([
      '2026-03-04T09:00:00.000Z',
      '2026-03-05T09:00:00.000Z',
      '2026-03-05T09:00:00.000Z',
    ])
  })

  test('P10: a job that wakes early parks again at the original instant and does nothing', () => {
    const early = run(aJourney().wait('P1D').email('Hello'), { now: '2026-03-03T10:00Z' })
    expect(early).toMatchObject({
      steps: [],
      outcome: { do: 'park', nodeId: 'n_1', arrived: start, wakeAt: instant('2026-03-04T09:00Z'), effects: [] },
    })
  })

  test('P10: so does one that looks at a message held for the quiet hours before they are over', () => {
    const night = instant('2026-03-03T21:00Z')
    const journey = compile(aJourney().email('Hello').build(), nodeTypes)
    const position = {
      nodeId: 'n_1',
      arrived: clockMoment(night),
      entered: start,
      wakeAt: instant('2026-03-04T06:00Z'),
    }
    const policy = { quietHours: { from: '22:00', to: '08:00' }, caps: [], topics: {} }
    const facts = factsOf([], { attributes: { email: 'ana@people.example' } })
    const now = instant('2026-03-04T01:00Z')
    expect(runUntilWaiting({ journey, enrollmentId: '1', position, facts, zone, policy, now })).toMatchObject({
      steps: [],
      outcome: { do: 'park', wakeAt: instant('2026-03-04T06:00Z'), because: 'quietHours' },
    })
  })

  test('keeps the wall clock of the contact’s zone across a clock change', () => {
    const entered = clockMoment(instant('2026-03-28T10:00+02:00'))
    expect(at(run(aJourney().wait('P1D').exit(), { entered }).steps[0]?.left)).toBe('2026-03-29T07:00:00.000Z')
  })

  test('starts from a moment not before the floor, so that a long pause sends no burst into the past', () => {
    const floor = instant('2026-05-01T00:00Z')
    const resumed = run(aJourney().wait('P1D').wait('P1D').exit(), { notBefore: floor, now: '2026-05-10T00:00Z' })
    expect(resumed.steps.map(({ left }) => at(left))).toEqual([
      '2026-05-01T00:00:00.000Z',
      '2026-05-02T00:00:00.000Z',
      '2026-05-02T00:00:00.000Z',
    ])
  })
})

describe('waiting until an event', () => {
  const untilOrder = aJourney().waitFor('ordered', 'P30D', {
    happened: (lane) => lane.as('yes').exit('bought'),
    timeout: (lane) => lane.as('no').exit('lost'),
  })
  const ordered = (...instants: string[]) => ({ facts: factsOf(instants.map((each) => ['ordered', each])) })

  test('goes on at the very moment of the event', () => {
    const { steps, outcome } = run(untilOrder, ordered('2026-03-10T12:34:56.789Z'))
    expect(steps[0]).toMatchObject({ port: 'happened', because: 'happened', left: { seq: 1 } })
    expect(outcome).toMatchObject({ do: 'end', because: 'bought', at: { at: instant('2026-03-10T12:34:56.789Z') } })
  })

  test('D14: goes by timeout when the time is over first, and only by that', () => {
    const result = run(untilOrder, ordered('2026-05-01T00:00Z'))
    expect(walked(result)).toEqual(['n_1 timeout timeout', 'no lost'])
    expect(at(result.steps[0]?.left)).toBe('2026-04-02T08:00:00.000Z')
  })

  test('holds while neither has come, and names what may wake it', () => {
    expect(run(untilOrder, { now: '2026-03-20T00:00Z' }).outcome).toMatchObject({
      do: 'park',
      wakeAt: instant('2026-04-02T08:00Z'),
      awaits: ['ordered'],
    })
  })

  test.each([
    ['in its last millisecond counts', '2026-04-02T07:59:59.999Z', 'happened'],
    ['at the very end is too late', '2026-04-02T08:00Z', 'timeout'],
    ['before the arrival does not count', '2026-03-03T08:59:59.999Z', 'timeout'],
    ['in the millisecond of a clock that brought the contact here comes after it', '2026-03-03T09:00Z', 'happened'],
  ])('an event %s', (_claim, instant, port) => {
    expect(run(untilOrder, ordered(instant)).steps[0]?.port).toBe(port)
  })

  test('the event that let the contact in does not count again', () => {
    const entered = { at: start.at, seq: 1 }
    const again = run(untilOrder, { entered, ...ordered('2026-03-03T09:00Z') })
    expect(again.steps[0]?.port).toBe('timeout')
  })

  test('of two in the same millisecond the first ingested lets in, and the second counts', () => {
    const entered = { at: start.at, seq: 1 }
    const both = run(untilOrder, { entered, ...ordered('2026-03-03T09:00Z', '2026-03-03T09:00Z') })
    expect(both.steps[0]).toMatchObject({ port: 'happened', left: { at: start.at, seq: 2 } })
  })

  test('two waits in a row for one event need two events', () => {
    const twice = aJourney().waitFor('ordered', 'P30D').waitFor('ordered', 'P30D').exit()
    expect(walked(run(twice, ordered('2026-03-10T00:00Z')))).toEqual([
      'n_1 happened happened',
      'n_2 timeout timeout',
      'n_3 exit',
    ])
    expect(walked(run(twice, ordered('2026-03-10T00:00Z', '2026-03-10T00:00Z')))).toEqual([
      'n_1 happened happened',
      'n_2 happened happened',
      'n_3 exit',
    ])
  })
})

describe('a branch', () => {
  const is = (plan: string): Rule => ({ if: 'attribute', attribute: 'plan', test: { op: 'is', value: plan } })
  const ordered: Rule = { if: 'performed', event: { name: 'ordered', where: [] } }

  test.each([
    ['pro', 'n_1 a matched'],
    ['free', 'n_1 b matched'],
    ['none', 'n_1 else noMatch'],
  ])('takes the first path whose rule holds: %s', (plan, step) => {
    const facts = factsOf([], { attributes: { plan } })
    expect(walked(run(aJourney().branch({ a: is('pro'), b: { any: [is('pro'), is('free')] } }), { facts }))).toEqual([
      step,
    ])
  })

  test('P13: without a path that fits, or with unfinished ones, everybody goes on by else', () => {
    expect(
      walked(
        run(
          aJourney()
            .branch({ a: { all: [] }, b: { not: { any: [] } } })
            .exit(),
        ),
      ),
    ).toEqual(['n_1 else noMatch', 'n_2 exit'])
  })

  test('behind a wait sees the event that ended the wait, and none from later', () => {
    const journey = aJourney().waitFor('opened', 'P1D').branch({ bought: ordered }).exit()
    const facts = (order: string) =>
      factsOf([
        ['opened', '2026-03-03T10:00Z'],
        ['ordered', order],
      ])
    expect(run(journey, { facts: facts('2026-03-03T09:59Z') }).steps[1]?.port).toBe('bought')
    expect(run(journey, { facts: facts('2026-03-03T10:00:00.001Z') }).steps[1]?.port).toBe('else')
  })
})

describe('leaving early', () => {
  const journey = aJourney()
    .email('One')
    .wait('P10D')
    .email('Two')
    .goal('ordered', 'P5D')
    .with({ exit: [{ on: 'goal' }] })
  const ordered = (instant: string) => ({
    facts: factsOf([['ordered', instant]], { attributes: { email: 'ana@people.example' } }),
  })

  test('a goal reached in the middle of a wait ends the journey at that moment', () => {
    const result = run(journey, ordered('2026-03-05T12:00Z'))
    expect(walked(result)).toEqual(['n_1 next handedOver', 'n_2 goal'])
    expect(result.outcome).toEqual({ do: 'end', at: { at: instant('2026-03-05T12:00Z'), seq: 1 }, because: 'goal' })
  })

  test('a goal after its window ends nothing', () => {
    expect(walked(run(journey, ordered('2026-03-08T09:00Z')))).toEqual([
      'n_1 next handedOver',
      'n_2 next timeElapsed',
      'n_3 next handedOver',
    ])
  })

  test('a parked contact may be woken by what ends its journey', () => {
    expect(run(journey, { now: '2026-03-04T00:00Z' }).outcome).toMatchObject({ do: 'park', awaits: ['ordered'] })
  })

  test('where the goal is also what the wait waits for, the goal ends it', () => {
    const both = aJourney()
      .waitFor('ordered', 'P10D')
      .email('Thanks')
      .goal('ordered', 'P20D')
      .with({ exit: [{ on: 'goal' }] })
    expect(walked(run(both, ordered('2026-03-04T00:00Z')))).toEqual(['n_1 goal'])
  })

  test('of an exit event and the end of a wait at the same instant the wait comes first', () => {
    const leaving = { exit: [{ on: 'event' as const, event: { name: 'left', where: [] } }] }
    const facts = factsOf([['left', '2026-03-04T09:00Z']], { attributes: { email: 'ana@people.example' } })
    expect(walked(run(aJourney().wait('P1D').email('One').wait('P1D').with(leaving), { facts }))).toEqual([
      'n_1 next timeElapsed',
      'n_2 next handedOver',
      'n_3 exitEvent',
    ])
  })

  test('the first of several ends it', () => {
    const exits = { exit: [{ on: 'event' as const, event: { name: 'left', where: [] } }, { on: 'goal' as const }] }
    const facts = factsOf([
      ['ordered', '2026-03-05T00:00Z'],
      ['left', '2026-03-04T00:00Z'],
    ])
    expect(run(aJourney().wait('P9D').goal('ordered', 'P9D').with(exits), { facts }).outcome).toMatchObject({
      because: 'exitEvent',
    })
  })
})

describe('chance', () => {
  const chances = (enrollmentId: string) => {
    const seen: number[] = []
    const watched = Object.entries(nodeTypes).map(([name, type]) => {
      const visit = (visit: Visit<unknown>) => {
        seen.push(visit.chance)
        return type.visit(visit)
      }
      return [name, { ...type, visit }]
    })
    const journey = compile(aJourney().wait('P1D').wait('P1D').to('n_1').build(), Object.fromEntries(watched))
    const position = { nodeId: 'n_1', arrived: start, entered: start }
    const now = instant('2026-03-07T09:00Z')
    runUntilWaiting({ journey, enrollmentId, position, facts: factsOf(), zone, now })
    return [...new Set(seen)]
  }

  test('is the same on every visit of a node, and another at another node and for another enrollment', () => {
    expect(chances('1')).toHaveLength(2)
    expect(chances('1')).toEqual(chances('1'))
    expect(new Set([...chances('1'), ...chances('2')]).size).toBe(4)
  })
})

describe('the end of the path', () => {
  test('comes where a port is not wired, and says so', () => {
    expect(run(aJourney().trigger('signed_up')).outcome).toEqual({ do: 'end', at: start, because: 'pathEnded' })
  })

  test('comes where the step no longer exists, without a crash', () => {
    const journey = compile(aJourney().wait('P1D').to('gone').build(), nodeTypes)
    const position = { nodeId: 'n_1', arrived: start, entered: start }
    const result = runUntilWaiting({
      journey,
      enrollmentId: '1',
      position,
      facts: factsOf(),
      zone,
      now: instant('2026-04-01T00:00Z'),
    })
    expect(result.outcome).toMatchObject({ do: 'end', because: 'nodeMissing' })
  })

  test('a circle stops after a number of steps and goes on where it stood in the next run', () => {
    const circle = compile(aJourney().wait('PT1M').to('n_1').with({ repeats: 1000 }).build(), nodeTypes)
    const go = (position: RunInput['position']) =>
      runUntilWaiting({
        journey: circle,
        enrollmentId: '1',
        position,
        facts: factsOf(),
        zone,
        now: instant('2026-03-04T09:00Z'),
      })
    const first = go({ nodeId: 'n_1', arrived: start, entered: start })
    expect(first.steps).toHaveLength(STEP_LIMIT)
    if (first.outcome.do !== 'park') throw new Error('The run ended')
    expect(first.outcome.wakeAt).toBeLessThanOrEqual(instant('2026-03-04T09:00Z'))
    const { nodeId, arrived, rounds } = first.outcome
    const second = go({ nodeId, arrived, rounds, entered: start })
    expect(second.steps[0]?.arrived).toEqual(first.steps.at(-1)?.left)
  })

  test.each([1, 3])('a circle ends when its waiting step was repeated %d times, whatever the schedule', (repeats) => {
    const circle = aJourney().wait('PT1M').to('n_1').with({ repeats })
    expect(walked(run(circle))).toEqual([...Array(repeats + 1).fill('n_1 next timeElapsed'), 'n_1 repeatLimit'])
    const parked = run(circle, { now: '2026-03-03T09:01:30Z' }).outcome
    expect(parked).toMatchObject({ do: 'park', rounds: { n_1: 1 } })
  })

  test('a node that waits for the past is a fault of its type and is thrown', () => {
    const stuck = Object.entries(nodeTypes).map(([name, type]) => [name, { ...type, visit: () => waitUntil(start) }])
    const journey = compile(aJourney().wait('P1D').build(), Object.fromEntries(stuck))
    const position = { nodeId: 'n_1', arrived: start, entered: start }
    expect(() =>
      runUntilWaiting({ journey, enrollmentId: '1', position, facts: factsOf(), zone, now: start.at }),
    ).toThrow(/n_1/)
  })
})
