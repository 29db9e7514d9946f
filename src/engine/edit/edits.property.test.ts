import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nodeTypes } from '../../nodes/index.ts'
import { emptyJourney, type Journey, journeySchema } from '../journey.ts'
import { addAfterPort } from './addAfterPort.ts'
import { addTrigger } from './addTrigger.ts'
import { canConnect } from './canConnect.ts'
import { canInsertOnEdge } from './canInsertOnEdge.ts'
import { connect } from './connect.ts'
import { disconnect } from './disconnect.ts'
import { insertOnEdge } from './insertOnEdge.ts'
import { moveNode } from './moveNode.ts'
import { shapesOf } from './nodeShapes.ts'
import { removeBranch } from './removeBranch.ts'
import { removeNode } from './removeNode.ts'
import { setNodeData } from './setNodeData.ts'

const shapes = shapesOf(nodeTypes)
const types = ['wait', 'branch', 'message', 'exit'] as const
const waitingForEvent = { until: 'event', event: { name: 'order', where: [] }, atMost: 'P3D' }

type Gesture = { do: number; type: (typeof types)[number]; a: number; b: number }
const gesture = fc.record({ do: fc.nat(8), type: fc.constantFrom(...types), a: fc.nat(), b: fc.nat() })

function apply(journey: Journey, { do: what, type, a, b }: Gesture, newId: (prefix: string) => string): Journey {
  const pick = <Item>(list: readonly Item[], index: number): Item | undefined => list[index % Math.max(1, list.length)]
  const one = pick(journey.nodes, a)
  const other = pick(journey.nodes, b)
  const edge = pick(journey.edges, b)
  const node = { id: newId('n'), type, data: structuredClone(nodeTypes[type]?.blank) }
  const port = one && pick(shapes.ports(one), b)
  if (what === 0 || !one || !other)
    return addTrigger(journey, { node: { ...node, type: 'trigger', data: nodeTypes.trigger?.blank }, shapes, newId })
  if (what === 1) return removeNode(journey, { nodeId: one.id, shapes })
  if (what === 2) return removeBranch(journey, { nodeId: one.id, shapes })
  if (what === 3 && one.type === 'wait') return setNodeData(journey, { nodeId: one.id, data: waitingForEvent, shapes })
  if (what === 4 && port !== undefined) {
    const wanted = { source: one.id, port, target: other.id }
    return canConnect(journey, { ...wanted, shapes }).allowed ? connect(journey, { ...wanted, newId }) : journey
  }
  if (what === 5 && edge) return moveNode(journey, { nodeId: one.id, to: { edgeId: edge.id }, shapes, newId })
  if (what === 6 && edge) return disconnect(journey, edge.id)
  if (what === 7 && edge) {
    return canInsertOnEdge(journey, { edgeId: edge.id, node, shapes })
      ? journey
      : insertOnEdge(journey, { edgeId: edge.id, node, shapes, newId })
  }
  return port === undefined ? journey : addAfterPort(journey, { source: one.id, port, node, shapes, newId })
}

test('whatever is drawn, every edge joins two steps, every port has one edge, and the document parses', () => {
  fc.assert(
    fc.property(fc.array(gesture, { maxLength: 40 }), (gestures) => {
      let count = 0
      const newId = (prefix: string) => `${prefix}_${++count}`
      const journey = gestures.reduce((so, each) => apply(so, each, newId), emptyJourney)
      expect(journeySchema.safeParse(journey).success).toBe(true)
      const nodes = new Map(journey.nodes.map((node) => [node.id, node]))
      expect(nodes.size).toBe(journey.nodes.length)
      const ports = journey.edges.map(({ source, sourceHandle }) => `${source} ${sourceHandle}`)
      expect(new Set(ports).size).toBe(ports.length)
      expect(new Set(journey.edges.map(({ id }) => id)).size).toBe(journey.edges.length)
      for (const { source, sourceHandle, target } of journey.edges) {
        const from = nodes.get(source)
        const to = nodes.get(target)
        expect(from && shapes.ports(from)).toContain(sourceHandle)
        expect(to && !shapes.isEntry(to)).toBe(true)
        expect(source).not.toBe(target)
      }
    }),
    { numRuns: 300 },
  )
})

test('moving a step loses no step', () => {
  fc.assert(
    fc.property(fc.array(gesture, { maxLength: 30 }), fc.nat(), fc.nat(), (gestures, a, b) => {
      let count = 0
      const newId = (prefix: string) => `${prefix}_${++count}`
      const journey = gestures.reduce((so, each) => apply(so, each, newId), emptyJourney)
      const node = journey.nodes[a % Math.max(1, journey.nodes.length)]
      const edge = journey.edges[b % Math.max(1, journey.edges.length)]
      if (!node || !edge) return
      const moved = moveNode(journey, { nodeId: node.id, to: { edgeId: edge.id }, shapes, newId })
      expect(moved.nodes).toEqual(journey.nodes)
    }),
  )
})
