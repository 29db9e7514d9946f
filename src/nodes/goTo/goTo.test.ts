import { expect, test } from 'vitest'
import { limitsOf } from '../../engine/analyse/limitsOf.ts'
import { canConnect } from '../../engine/edit/canConnect.ts'
import { shapesOf } from '../../engine/edit/nodeShapes.ts'
import { removeNode } from '../../engine/edit/removeNode.ts'
import { repair } from '../../engine/edit/repair.ts'
import type { Journey } from '../../engine/journey.ts'
import { validate } from '../../engine/validate.ts'
import { aJourney } from '../../testing/aJourney.ts'
import { runThrough } from '../../testing/runThrough.ts'
import { nodeTypes } from '../index.ts'
import { goTo } from './goTo.ts'

const DAY = 86_400_000
const other = '00000000-0000-4000-8000-000000000002'
const shapes = shapesOf(nodeTypes)
const problemsOf = (journey: Journey) => validate(journey, nodeTypes, { locales: ['en'], sourceLocale: 'en' })
const found = (journey: Journey) =>
  problemsOf(journey).map(({ code, nodeId }) => [code, nodeId].filter(Boolean).join(' '))
const round = (most = 10) =>
  aJourney().trigger('a').as('rest').wait('P1D').email('Again').as('back').goTo('rest', most).build()

test('goes back as often as it may, and then ends the journey', () => {
  const { steps, outcome } = runThrough(round(3), undefined, 30 * DAY)
  expect(steps.filter(({ nodeId }) => nodeId === 'rest').map(({ left }) => left.at / DAY)).toEqual([1, 2, 3, 4])
  expect(steps.filter(({ nodeId }) => nodeId === 'back').map(({ port, to }) => `${port} ${to}`)).toEqual([
    'jump rest',
    'jump rest',
    'jump rest',
    'undefined undefined',
  ])
  expect(outcome).toEqual({ do: 'end', at: { at: 4 * DAY, seq: 0 }, because: 'repeatLimit' })
})

test('M7: into another journey, it ends this one and lets the contact into that one', () => {
  const { steps, outcome } = runThrough(aJourney().trigger('a').goToJourney(other).build())
  expect(outcome).toEqual({ do: 'end', at: { at: 0, seq: 0 }, because: 'movedOn' })
  expect(steps.at(-1)?.effects).toEqual([{ do: 'enroll', nodeId: 'n_2', journeyId: other }])
})

test('M6: what stands behind the end of a journey is not done, what came before it stays', () => {
  const points = { do: 'add', attribute: 'score', by: 1 } as const
  const { steps, facts } = runThrough(aJourney().trigger('a').update(points).exit('removed').build())
  expect(facts.attributes).toEqual({ score: 1 })
  expect(steps.at(-1)).toMatchObject({ because: 'removed', effects: [] })
})

test('S6: a circle of jumps must hold a wait; through one it is allowed', () => {
  expect(found(round())).toEqual([])
  const instant = aJourney().trigger('a').as('mail').email('Again').as('back').goTo('mail').build()
  expect(found(instant)).toEqual(['instantCycle mail', 'instantCycle back'])
  expect(found(aJourney().trigger('a').as('self').goTo('self').build())).toEqual(['instantCycle self'])
})

test('S6: a wait put in before the jump mends the circle', () => {
  const instant = aJourney().trigger('a').as('mail').email('Again').as('back').goTo('mail').build()
  const [before, back] = problemsOf(instant)
  expect(before?.repair).toBeUndefined()
  const blankOf = (type: string) => structuredClone(nodeTypes[type]?.blank)
  const tools = { nodeTypes, newId: (prefix: string) => `${prefix}_new`, blankOf }
  const mended = back?.repair && repair(instant, back.repair, tools)
  expect(mended && found(mended)).toEqual([])
})

test('a port must not lead to where a jump leads back at once', () => {
  const journey = aJourney().trigger('a').as('first').email('A').as('second').email('B').build()
  const jumping = {
    ...journey,
    nodes: [...journey.nodes, { id: 'j', type: 'goTo', data: { where: 'step', step: 'first', most: 1 } }],
  }
  const wanted = { source: 'second', port: 'next', target: 'j', shapes }
  expect(canConnect(jumping, wanted)).toEqual({ allowed: false, because: 'instantCycle' })
})

test('a step that only a jump leads to is reached; one that is gone, or a trigger, blocks, and the jump may go', () => {
  const there = round()

  const away = {
    ...there,
    edges: there.edges
      .filter(({ target }) => target !== 'rest')
      .concat({ id: 'x', source: 'n_1', sourceHandle: 'next', target: 'back' }),
  }
  expect(found(away)).not.toContain('orphan rest')
  const gone = removeNode(round(), { nodeId: 'rest', shapes })
  expect(problemsOf(gone)).toContainEqual({
    code: 'jumpNowhere',
    severity: 'blocks',
    params: { target: 'rest' },
    nodeId: 'back',
    repair: { do: 'removeStep', nodeId: 'back' },
  })
  expect(found(aJourney().trigger('a').wait('P1D').goTo('n_1').build())).toEqual(['jumpToTrigger n_3'])
})

test('messages on the way of a jump count among the limits of a passage', () => {
  const limits = limitsOf(round(), nodeTypes)
  expect(limits).toEqual({ messages: 11, closest: DAY, longest: 11 * DAY })
})

test('a jump without a target blocks', () => {
  expect(goTo.check(goTo.blank, { locales: [], sourceLocale: 'en' })).toMatchObject([{ code: 'goTo.noStep' }])
  expect(goTo.check({ where: 'journey', journey: '' }, { locales: [], sourceLocale: 'en' })).toMatchObject([
    { code: 'goTo.noJourney' },
  ])
})
