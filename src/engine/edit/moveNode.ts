import { type Journey, type JourneyEdge, nodeById } from '../journey.ts'
import { type Block, blockOf } from './blockOf.ts'
import { bypass } from './bypass.ts'
import { canMoveNode, openPort } from './canMoveNode.ts'
import { connect } from './connect.ts'
import type { NewId } from './newId.ts'
import type { NodeShapes } from './nodeShapes.ts'
import type { Place } from './place.ts'

/**
 * Takes a step, with the lanes under it, out of its place and puts it into another. The old place closes, and at the new
 * one the block leads on to what stood there. Nothing changes where `canMoveNode` names an obstacle.
 */
export function moveNode(
  journey: Journey,
  input: { nodeId: string; to: Place; shapes: NodeShapes; newId: NewId },
): Journey {
  const { nodeId, to, shapes, newId } = input
  const block = blockOf(journey, nodeId, shapes)
  if (!block || canMoveNode(journey, input)) return journey
  const out = takeOut(journey, nodeId, block)
  if ('port' in to) {
    if (out.edges.some(({ source, sourceHandle }) => source === to.source && sourceHandle === to.port)) return journey
    return connect(out, { ...to, target: nodeId, newId })
  }
  const edge = out.edges.find(({ id }) => id === to.edgeId)
  return edge && nodeById(out, edge.target) ? putInto(out, { nodeId, edge, block, shapes, newId }) : journey
}

function takeOut(journey: Journey, nodeId: string, block: Block): Journey {
  const leaving = new Set(block.leaves.map(({ id }) => id))
  const closed = bypass(journey, nodeId, block.onward)
  return { ...closed, edges: closed.edges.filter(({ id }) => !leaving.has(id)) }
}

function putInto(
  journey: Journey,
  at: { nodeId: string; edge: JourneyEdge; block: Block; shapes: NodeShapes; newId: NewId },
): Journey {
  const { nodeId, edge, block, shapes, newId } = at
  const target = edge.target
  const redirected = journey.edges.map((each) => (each === edge ? { ...edge, target: nodeId } : each))
  const onward = block.leaves.map((leaf) => ({ ...leaf, target }))
  const moved = { ...journey, edges: [...redirected, ...onward] }
  const open = onward.length === 0 ? openPort(moved, block, shapes) : undefined
  return open ? connect(moved, { ...open, target, newId }) : moved
}
