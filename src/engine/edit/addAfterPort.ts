import { edgeFrom, type Journey, type JourneyNode, nodeById } from '../journey.ts'
import { insertOnEdge } from './insertOnEdge.ts'
import type { NewId } from './newId.ts'
import type { NodeShapes } from './nodeShapes.ts'

/** Adds a new node behind a port; where the port already leads somewhere, the node is put in between. */
export function addAfterPort(
  journey: Journey,
  input: { source: string; port: string; node: JourneyNode; shapes: NodeShapes; newId: NewId },
): Journey {
  const { source, port, node, newId } = input
  if (!nodeById(journey, source)) return journey
  const taken = edgeFrom(journey, source, port)
  if (taken) return insertOnEdge(journey, { ...input, edgeId: taken.id })
  return {
    ...journey,
    nodes: [...journey.nodes, node],
    edges: [...journey.edges, { id: newId('e'), source, sourceHandle: port, target: node.id }],
  }
}
