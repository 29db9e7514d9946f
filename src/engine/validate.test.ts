import { expect, test } from 'vitest'
import { nodeTypes } from '../nodes/index.ts'
import { aJourney } from '../testing/aJourney.ts'
import type { Journey } from './journey.ts'
import { mayPublish, validate } from './validate.ts'

const context = { locales: ['en'], sourceLocale: 'en' }
const found = (journey: Journey) =>
  validate(journey, nodeTypes, context).map(({ code, nodeId, port }) => [code, nodeId, port].filter(Boolean).join(' '))
const whole = () => aJourney().trigger('signed_up').wait('P2D').email('Hello').exit().build()

test('a whole journey has no problems', () => {
  expect(found(whole())).toEqual([])
})

test('a journey without a trigger cannot be published', () => {
  const journey = { ...whole(), nodes: whole().nodes.slice(1), edges: whole().edges.slice(1) }
  expect(found(journey)).toEqual(['noTrigger'])
  expect(mayPublish(validate(journey, nodeTypes, context))).toBe(false)
})

test('each step that no trigger leads to is named', () => {
  const journey = whole()
  expect(found({ ...journey, edges: journey.edges.slice(1) })).toEqual([
    'orphan n_2',
    'orphan n_3',
    'orphan n_4',
    'openPort n_1 next',
  ])
})

test('an open port warns and does not block', () => {
  const problems = validate(aJourney().trigger('a').wait('P1D').build(), nodeTypes, context)
  expect(problems).toEqual([
    {
      code: 'openPort',
      severity: 'warns',
      params: { port: 'next' },
      nodeId: 'n_2',
      port: 'next',
      repair: { do: 'addExit', nodeId: 'n_2', port: 'next' },
    },
  ])
  expect(mayPublish(problems)).toBe(true)
})

test.each([
  ['portTwice n_1 next', { id: 'x', source: 'n_1', sourceHandle: 'next', target: 'n_4' }],
  ['portMissing n_1 other', { id: 'x', source: 'n_1', sourceHandle: 'other', target: 'n_4' }],
  ['edgeNowhere n_1 next', { id: 'x', source: 'n_1', sourceHandle: 'next', target: 'n_9' }],
])('a broken edge is found: %s', (problem, edge) => {
  const journey = whole()
  expect(found({ ...journey, edges: [...journey.edges, edge] })).toContain(problem)
})

test('nothing may lead to a trigger', () => {
  const journey = aJourney().trigger('a').wait('P1D').to('n_1').build()
  expect(found(journey)).toEqual(['triggerTarget n_2 next'])
})

test('a circle without a wait blocks, one with a wait does not', () => {
  const instant = aJourney().trigger('a').as('x').email('X').as('y').email('Y').to('x').build()
  expect(found(instant)).toEqual(['instantCycle x', 'instantCycle y'])
  const waiting = aJourney().trigger('a').as('x').email('X').as('y').wait('P1D').to('x').build()
  expect(found(waiting)).toEqual([])
})

test('an unknown type and unreadable data are named, and the ports of neither are judged', () => {
  const journey = whole()
  const [trigger, wait, email, exit] = journey.nodes
  if (!trigger || !wait || !email || !exit) throw new Error('The journey has four steps')
  expect(found({ ...journey, nodes: [trigger, { ...wait, type: 'teleport' }, email, exit] })).toEqual([
    'unknownType n_2',
  ])
  expect(found({ ...journey, nodes: [trigger, { ...wait, data: { until: 'never' } }, email, exit] })).toEqual([
    'badData n_2',
  ])
})

test('two steps with one id are named', () => {
  const journey = whole()
  expect(found({ ...journey, nodes: [...journey.nodes, ...journey.nodes.slice(3)] })).toEqual(['duplicateNode n_4'])
})

test('settings without their events block', () => {
  const journey = aJourney()
    .trigger('a')
    .exit()
    .with({ exit: [{ on: 'goal' }, { on: 'event', event: { name: '', where: [] } }] })
    .build()
  expect(found(journey)).toEqual(['exitNoGoal', 'exitNoEvent'])
  expect(found(aJourney().trigger('a').exit().goal('', 'P60D').build())).toEqual(['goalNoEvent'])
})

test("each type's own problems carry their place", () => {
  expect(
    found(
      aJourney()
        .trigger('')
        .branch({ one: { all: [] } })
        .exit()
        .build(),
    ),
  ).toEqual(['trigger.noEvent n_1', 'branch.emptyPath n_2 one'])
})
