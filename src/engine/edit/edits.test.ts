import { expect, test } from 'vitest'
import { nodeTypes } from '../../nodes/index.ts'
import { aJourney } from '../../testing/aJourney.ts'
import type { Journey, JourneyNode } from '../journey.ts'
import { addAfterPort } from './addAfterPort.ts'
import { addTrigger } from './addTrigger.ts'
import { canConnect } from './canConnect.ts'
import { canInsertOnEdge } from './canInsertOnEdge.ts'
import { canMoveNode } from './canMoveNode.ts'
import { connect } from './connect.ts'
import { disconnect } from './disconnect.ts'
import { insertOnEdge } from './insertOnEdge.ts'
import { moveNode } from './moveNode.ts'
import { shapesOf } from './nodeShapes.ts'
import { removeBranch } from './removeBranch.ts'
import { removeMany } from './removeMany.ts'
import { removeNode } from './removeNode.ts'
import { setNodeData } from './setNodeData.ts'

const shapes = shapesOf(nodeTypes)
const newId = (prefix: string) => `${prefix}_new`
const fresh = (type: string, id = 'new'): JourneyNode => ({ id, type, data: structuredClone(nodeTypes[type]?.blank) })
const drawn = ({ edges }: Journey) =>
  edges.map(({ source, sourceHandle, target }) => `${source} ${sourceHandle} ${target}`).sort()
const ids = ({ nodes }: Journey) => nodes.map(({ id }) => id)
const blue = { if: 'attribute', attribute: 'colour', test: { op: 'is', value: 'blue' } } as const

const straight = () => aJourney().trigger('signed_up').wait('P2D').email('Hello').exit().build()
const forked = () =>
  aJourney()
    .trigger('signed_up')
    .branch(
      { yes: blue },
      { yes: (lane) => lane.as('a').email('A'), else: (lane) => lane.as('b').wait('P1D').as('c').email('C') },
    )
    .as('end')
    .exit()
    .build()

test('a step put into an edge leads on to what stood there', () => {
  const after = insertOnEdge(straight(), { edgeId: 'e_1', node: fresh('wait'), shapes, newId })
  expect(drawn(after)).toEqual(['n_1 next new', 'n_2 next n_3', 'n_3 next n_4', 'new next n_2'])
})

test('a branch put into an edge keeps the old path on its first port', () => {
  const after = insertOnEdge(straight(), { edgeId: 'e_1', node: fresh('branch'), shapes, newId })
  expect(drawn(after)).toContain('new path1 n_2')
})

test('an edge that is not there changes nothing', () => {
  const before = straight()
  expect(insertOnEdge(before, { edgeId: 'e_9', node: fresh('wait'), shapes, newId })).toBe(before)
})

test('neither a trigger nor an end that cuts off later steps fits into an edge', () => {
  expect(canInsertOnEdge(straight(), { edgeId: 'e_1', node: fresh('trigger'), shapes })).toBe('entry')
  expect(canInsertOnEdge(straight(), { edgeId: 'e_1', node: fresh('exit'), shapes })).toBe('cutsOff')
  expect(canInsertOnEdge(straight(), { edgeId: 'e_1', node: fresh('wait'), shapes })).toBeUndefined()
})

test('an end fits into an edge whose target is also reached another way', () => {
  expect(canInsertOnEdge(forked(), { edgeId: 'e_5', node: fresh('exit'), shapes })).toBeUndefined()
})

test('a step added behind an open port is wired to it, behind a taken port it is put in between', () => {
  const open = aJourney().trigger('signed_up').build()
  const first = addAfterPort(open, { source: 'n_1', port: 'next', node: fresh('wait'), shapes, newId })
  expect(drawn(first)).toEqual(['n_1 next new'])
  const second = addAfterPort(first, { source: 'n_1', port: 'next', node: fresh('wait', 'other'), shapes, newId })
  expect(drawn(second)).toEqual(['n_1 next other', 'other next new'])
})

test('another trigger leads where the first one leads', () => {
  const after = addTrigger(straight(), { node: fresh('trigger'), shapes, newId })
  expect(drawn(after)).toContain('new next n_2')
  expect(ids(after)).toEqual(['n_1', 'new', 'n_2', 'n_3', 'n_4'])
})

test('a trigger added to steps that have none leads to the first of them', () => {
  const lost = removeNode(straight(), { nodeId: 'n_1', shapes })
  expect(drawn(addTrigger(lost, { node: fresh('trigger'), shapes, newId }))).toContain('new next n_2')
})

test.each([
  ['self', 'n_2', 'next', 'n_2'],
  ['entry', 'n_2', 'next', 'n_1'],
  ['same', 'n_2', 'next', 'n_3'],
  ['missing', 'n_2', 'nowhere', 'n_4'],
  ['missing', 'n_2', 'next', 'n_9'],
])('a port must not lead somewhere because: %s', (because, source, port, target) => {
  expect(canConnect(straight(), { source, port, target, shapes })).toEqual({ allowed: false, because })
})

test('a circle is refused unless a wait stands in it', () => {
  const instant = aJourney().trigger('a').email('One').email('Two').build()
  expect(canConnect(instant, { source: 'n_3', port: 'next', target: 'n_2', shapes })).toEqual({
    allowed: false,
    because: 'instantCycle',
  })
  const waiting = aJourney().trigger('a').email('One').wait('P1D').email('Two').build()
  expect(canConnect(waiting, { source: 'n_4', port: 'next', target: 'n_2', shapes })).toEqual({ allowed: true })
})

test('a taken port says which edge would be replaced, and the edge keeps its id', () => {
  const before = straight()
  expect(canConnect(before, { source: 'n_2', port: 'next', target: 'n_4', shapes })).toEqual({
    allowed: true,
    replaces: 'e_2',
  })
  const after = connect(before, { source: 'n_2', port: 'next', target: 'n_4', newId })
  expect(after.edges.find(({ id }) => id === 'e_2')?.target).toBe('n_4')
})

test('disconnecting leaves the port open', () => {
  expect(drawn(disconnect(straight(), 'e_2'))).toEqual(['n_1 next n_2', 'n_3 next n_4'])
})

test('removing a step closes the gap', () => {
  const after = removeNode(straight(), { nodeId: 'n_2', shapes })
  expect(drawn(after)).toEqual(['n_1 next n_3', 'n_3 next n_4'])
})

test('removing the last step leaves the port before it open', () => {
  expect(drawn(removeNode(straight(), { nodeId: 'n_4', shapes }))).toEqual(['n_1 next n_2', 'n_2 next n_3'])
})

test('removing a trigger keeps what stands behind it', () => {
  expect(ids(removeNode(straight(), { nodeId: 'n_1', shapes }))).toEqual(['n_2', 'n_3', 'n_4'])
})

test('removing a branch keeps the chosen path and drops what only the others led to', () => {
  const first = removeNode(forked(), { nodeId: 'n_2', shapes })
  expect(ids(first)).toEqual(['n_1', 'a', 'end'])
  const second = removeNode(forked(), { nodeId: 'n_2', keepPort: 'else', shapes })
  expect(drawn(second)).toEqual(['b next c', 'c next end', 'n_1 next b'])
})

test('removing a step out of a circle does not lead a step to itself', () => {
  const circle = aJourney().trigger('a').as('one').email('One').as('hold').wait('P1D').to('one').build()
  expect(drawn(removeNode(circle, { nodeId: 'hold', shapes }))).toEqual(['n_1 next one'])
})

test('removing a whole branch leaves what others still lead to', () => {
  expect(ids(removeBranch(forked(), { nodeId: 'b', shapes }))).toEqual(['n_1', 'n_2', 'a', 'end'])
  expect(ids(removeBranch(forked(), { nodeId: 'n_2', shapes }))).toEqual(['n_1'])
})

test('removing several steps heals each', () => {
  expect(drawn(removeMany(straight(), { nodeIds: ['n_2', 'n_3'], shapes }))).toEqual(['n_1 next n_4'])
})

test('a moved step leaves a closed gap and leads on to what stood at its new place', () => {
  const after = moveNode(straight(), { nodeId: 'n_2', to: { edgeId: 'e_3' }, shapes, newId })
  expect(drawn(after)).toEqual(['n_1 next n_3', 'n_2 next n_4', 'n_3 next n_2'])
})

test('a branch moves with its lanes', () => {
  const before = aJourney()
    .trigger('a')
    .branch({ yes: blue }, { yes: (lane) => lane.as('a').email('A') })
    .as('hold')
    .wait('P1D')
    .as('end')
    .exit()
    .build()
  const between = before.edges.find(({ source }) => source === 'hold')?.id ?? ''
  const after = moveNode(before, { nodeId: 'n_2', to: { edgeId: between }, shapes, newId })
  expect(drawn(after)).toEqual(['a next end', 'hold next n_2', 'n_1 next hold', 'n_2 else end', 'n_2 yes a'])
})

test.each([
  ['entry', 'n_1', { edgeId: 'e_2' }],
  ['same', 'n_2', { edgeId: 'e_1' }],
  ['same', 'n_2', { edgeId: 'e_2' }],
  ['cutsOff', 'n_4', { edgeId: 'e_1' }],
  ['inside', 'n_2', { source: 'n_2', port: 'next' }],
])('a step cannot be moved because: %s', (because, nodeId, to) => {
  expect(canMoveNode(straight(), { nodeId, to, shapes })).toBe(because)
})

test('a wait that begins to wait for an event keeps the path behind it', () => {
  const data = { until: 'event', event: { name: 'order', where: [] }, atMost: 'P3D' }
  expect(drawn(setNodeData(straight(), { nodeId: 'n_2', data, shapes }))).toContain('n_2 happened n_3')
})

test('a path taken out of a branch takes its edge along, and no other', () => {
  const two = aJourney().trigger('a').branch({ one: blue, two: blue }).exit().build()
  const data = { paths: [{ id: 'two', name: '', rule: blue }] }
  expect(drawn(setNodeData(two, { nodeId: 'n_2', data, shapes }))).toEqual([
    'n_1 next n_2',
    'n_2 else n_3',
    'n_2 two n_3',
  ])
})
