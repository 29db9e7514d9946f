import { expect, test } from 'vitest'
import { shapesOf } from '@/engine/edit/nodeShapes'
import { nodeTypes } from '@/nodes'
import { aJourney } from '@/testing/aJourney'
import { outlineRows } from './outlineRows'

test('lanes lie one deeper than their fork, joins as deep as it, and free ends are rows too', () => {
  const journey = aJourney()
    .as('start')
    .trigger('signed_up')
    .as('fork')
    .waitFor('ordered', 'P3D', { happened: (lane) => lane.as('thanks').email('Thanks'), timeout: (lane) => lane })
    .as('join')
    .wait('P1D')
    .build()
  expect(outlineRows(journey, shapesOf(nodeTypes))).toEqual([
    { kind: 'step', nodeId: 'start', depth: 0, lane: undefined },
    { kind: 'step', nodeId: 'fork', depth: 0, lane: undefined },
    { kind: 'step', nodeId: 'thanks', depth: 1, lane: { nodeId: 'fork', port: 'happened' } },
    { kind: 'step', nodeId: 'join', depth: 0, lane: undefined },
    { kind: 'end', at: { nodeId: 'join', port: 'next' }, depth: 0 },
  ])
})
