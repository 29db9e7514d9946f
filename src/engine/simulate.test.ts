import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nodeTypes } from '../nodes/index.ts'
import { aJourney, type JourneyBuilder } from '../testing/aJourney.ts'
import { factsOf } from '../testing/factsOf.ts'
import { eventNames, randomData, randomJourney } from '../testing/randomJourneys.ts'
import { compile } from './compile.ts'
import { clockMoment } from './moment.ts'
import { runUntilWaiting } from './runUntilWaiting.ts'
import { type SimulateInput, type Simulation, simulate } from './simulate.ts'

const HOUR = 3_600_000
const begin = Date.parse('2026-03-28T10:00+02:00')
const around = {
  nodeTypes,
  check: { locales: ['en'], sourceLocale: 'en' },
  zone: 'Europe/Bucharest',
  enrollmentId: '1',
  until: begin + 2000 * HOUR,
}

const tried = (journey: JourneyBuilder, more: Partial<SimulateInput> = {}) =>
  simulate({
    ...around,
    journey: journey.build(),
    facts: factsOf([], { attributes: { email: 'ana@people.example' } }),
    start: { nodeId: 'n_1', moment: clockMoment(begin) },
    ...more,
  })

function ran(simulation: Simulation) {
  if (simulation.do !== 'ran') throw new Error(JSON.stringify(simulation))
  return simulation
}
const instant = (at: number) => new Date(at).toISOString()
const told = (simulation: Simulation) =>
  ran(simulation).happenings.map((each) =>
    each.do === 'wait'
      ? `${each.nodeId} waits ${[instant(each.wakeAt), ...each.awaits].join(' or ')}`
      : `${each.step.nodeId} ${each.step.port ?? 'ends'} ${each.step.because} ${instant(each.step.left.at)}`,
  )

test('tells the whole path, each wait with the instant it looks again', () => {
  const journey = aJourney()
    .trigger('a')
    .waitFor('bought', 'P3D', { happened: (lane) => lane.exit('bought') })
    .email('Still there?')
    .exit('late')
  expect(told(tried(journey))).toEqual([
    'n_1 next entered 2026-03-28T08:00:00.000Z',
    'n_2 waits 2026-03-31T07:00:00.000Z or bought',
    'n_2 timeout timeout 2026-03-31T07:00:00.000Z',
    'n_4 next handedOver 2026-03-31T07:00:00.000Z',
    'n_5 ends late 2026-03-31T07:00:00.000Z',
  ])
  const bought = { facts: factsOf([['bought', begin + HOUR]]) }
  expect(told(tried(journey, bought)).slice(1)).toEqual([
    'n_2 waits 2026-03-31T07:00:00.000Z or bought',
    'n_2 happened happened 2026-03-28T09:00:00.000Z',
    'n_3 ends bought 2026-03-28T09:00:00.000Z',
  ])
})

test('leaves the contact where the time to look at is over', () => {
  const { outcome, steps } = ran(tried(aJourney().trigger('a').wait('P9D').exit(), { until: begin + 24 * HOUR }))
  expect(outcome).toMatchObject({ do: 'park', nodeId: 'n_2', wakeAt: Date.parse('2026-04-06T10:00+03:00') })
  expect(steps).toHaveLength(1)
})

test('ends as the journey’s goal and exits say', () => {
  const journey = aJourney()
    .trigger('a')
    .wait('P9D')
    .exit()
    .goal('bought', 'P5D')
    .with({ exit: [{ on: 'goal' }] })
  expect(ran(tried(journey, { facts: factsOf([['bought', begin + HOUR]]) })).outcome).toMatchObject({
    do: 'end',
    because: 'goal',
  })
})

test('names what keeps a document from running, and runs one that has warnings only', () => {
  expect(tried(aJourney().trigger('').exit())).toMatchObject({
    do: 'cannotRun',
    problems: [{ code: 'trigger.noEvent', nodeId: 'n_1' }],
  })
  expect(tried(aJourney())).toMatchObject({ do: 'cannotRun', problems: [{ code: 'noTrigger' }] })
  const unknown = aJourney().trigger('a').build()
  unknown.nodes[0] = { id: 'n_1', type: 'teleport', data: {} }
  expect(tried(aJourney(), { journey: unknown })).toMatchObject({ do: 'cannotRun' })
  expect(ran(tried(aJourney().trigger('a').wait('P1D'))).outcome).toMatchObject({ do: 'end', because: 'pathEnded' })
})

test('follows a circle only so far', () => {
  const circle = aJourney().trigger('a').as('x').wait('PT1S').email('Again').to('x')
  const { outcome, steps } = ran(tried(circle, { limit: 20 }))
  expect(steps).toHaveLength(20)
  expect(outcome).toEqual({ do: 'tooLong', nodeId: 'n_3' })
})

test('a path that is just as long as the limit still ends', () => {
  expect(ran(tried(aJourney().trigger('a').exit('done'), { limit: 2 })).outcome).toMatchObject({ because: 'done' })
  expect(ran(tried(aJourney().trigger('a').email('One').exit('done'), { limit: 2 })).outcome).toEqual({
    do: 'tooLong',
    nodeId: 'n_3',
  })
})

test('a step that fails stops the contact there, and is no exception', () => {
  const broken = { ...nodeTypes.exit, visit: () => JSON.parse('{') }
  const journey = aJourney().trigger('a').wait('P1D').exit()
  const simulation = tried(journey, { nodeTypes: { ...nodeTypes, exit: broken as SimulateInput['nodeTypes'][string] } })
  expect(ran(simulation)).toMatchObject({ steps: [{ nodeId: 'n_1' }], outcome: { do: 'failed', nodeId: 'n_2' } })
})

test('random journeys know every registered type', () => {
  expect(Object.keys(randomData).sort()).toEqual(Object.keys(nodeTypes).sort())
})

test('X10: a simulation takes the path of one long run, whatever is drawn and whatever happens', () => {
  const events = fc.array(fc.tuple(eventNames, fc.nat(120), fc.nat(2)), { maxLength: 12 })
  fc.assert(
    fc.property(randomJourney, events, fc.constantFrom('pro', 'free'), (journey, events, plan) => {
      const facts = factsOf(
        events.map(([name, after, x]) => [name, begin + after * HOUR, { x }]),
        {
          attributes: { email: 'ana@people.example', plan, due: '2026-03-30', locale: 'ro' },
          entryEvent: { x: 1, due: '2026-04-01T09:00Z' },
        },
      )
      const moment = clockMoment(begin)
      const { steps } = ran(
        simulate({
          ...around,
          journey,
          facts,
          start: { nodeId: 'n_0', moment },
          answers: 'none',
          until: begin + 300 * HOUR,
        }),
      )
      const position = { nodeId: 'n_0', arrived: moment, entered: moment }
      const compiled = compile(journey, nodeTypes)
      const run = runUntilWaiting({
        journey: compiled,
        enrollmentId: '1',
        position,
        facts,
        zone: around.zone,
        now: begin + 300 * HOUR,
      })
      expect(steps.slice(0, 200)).toEqual(run.steps)
    }),
    { numRuns: 300 },
  )
})
