import { expect, test } from 'vitest'
import { nodeTypes } from '../../nodes/index.ts'
import { aJourney } from '../../testing/aJourney.ts'
import type { Journey } from '../journey.ts'
import { lengthOf } from './lengthOf.ts'
import { limitsOf } from './limitsOf.ts'

const DAY = 86_400_000
const limits = (journey: Journey) => limitsOf(journey, nodeTypes)
const NONE = Number.POSITIVE_INFINITY
const rule = { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'A' } } as const
const other = { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'B' } } as const

test('the lane with the most messages counts, not all lanes', () => {
  const journey = aJourney()
    .trigger('a')
    .email('Welcome')
    .wait('P1D')
    .branch(
      { a: rule },
      { a: (lane) => lane.email('One').wait('P3D').email('Two'), else: (lane) => lane.email('Three') },
    )
    .wait('P2D')
    .email('Last')
    .exit()
    .build()
  expect(limits(journey)).toEqual({ messages: 4, closest: DAY, longest: 6 * DAY })
})

test('a wait for an event may be over at once or last its whole time, which an open port counts too', () => {
  const journey = aJourney().trigger('a').email('One').waitFor('b', 'P7D').email('Two').wait('PT12H').build()
  expect(limits(journey)).toEqual({ messages: 2, closest: 0, longest: 7.5 * DAY })
})

test('one message alone is near to none', () => {
  expect(limits(aJourney().trigger('a').email('One').wait('P1D').exit().build())).toEqual({
    messages: 1,
    closest: undefined,
    longest: DAY,
  })
  expect(limits(aJourney().trigger('a').exit().build())).toEqual({ messages: 0, closest: undefined, longest: 0 })
})

test('a circle is gone round as often as the journey repeats', () => {
  const again = aJourney().trigger('a').as('x').email('X').wait('P2D').to('x').with({ repeats: 5 }).build()
  expect(limits(again)).toEqual({ messages: 5, closest: 2 * DAY, longest: 5 * 2 * DAY })
  const around = aJourney()
    .trigger('a')
    .email('X')
    .as('x')
    .wait('P2D')
    .branch({ a: rule }, { a: (lane) => lane.to('x') })
    .email('Y')
    .build()
  expect(limits(around)).toEqual({ messages: 2, closest: 2 * DAY, longest: 100 * 2 * DAY })
})

test('jumps that alone close a circle are as few as they are allowed', () => {
  const journey = aJourney().trigger('a').as('x').wait('P1D').email('X').goTo('x', 3).build()
  expect(limits(journey)).toEqual({ messages: 4, closest: DAY, longest: 4 * DAY })
  const both = aJourney()
    .trigger('a')
    .as('x')
    .wait('P1D')
    .branch({ a: rule }, { a: (lane) => lane.to('x') })
    .email('X')
    .goTo('x', 3)
    .with({ repeats: 20 })
    .build()
  expect(limits(both)).toEqual({ messages: 20, closest: DAY, longest: 20 * DAY })
})

test('a circle with a wait that knows no end has none', () => {
  const journey = aJourney()
    .trigger('a')
    .as('x')
    .waitUntil({ until: 'date', date: { in: 'attribute', attribute: 'due' }, at: '09:00' })
    .wait('P1D')
    .to('x')
    .build()
  expect(limits(journey).longest).toBe(NONE)
})

test('paths that nobody takes, and steps that nothing leads to, do not count', () => {
  const journey = aJourney()
    .trigger('a')
    .branch(
      { never: { all: [rule, other] }, a: rule },
      { never: (lane) => lane.email('One').wait('P90D').email('Two'), else: (lane) => lane.email('Three') },
    )
    .exit()
    .build()
  expect(limits(journey)).toEqual({ messages: 1, closest: undefined, longest: 0 })
  const lost = aJourney().trigger('a').email('One').email('Two').build()
  expect(limits({ ...lost, edges: lost.edges.slice(1) }).messages).toBe(0)
})

test('a month is as long as it can be', () => {
  expect(lengthOf('P1M', 'shortest')).toBe(28 * DAY)
  expect(lengthOf('P1Y1M1W1DT12H', 'longest')).toBe((366 + 31 + 8.5) * DAY)
})
