import type { Journey, JourneyNode } from '../journey.ts'
import type { NewId } from './newId.ts'
import type { NodeShapes } from './nodeShapes.ts'

/**
 * Puts a new node into an edge; the old path goes on from the node's first port.
 * A node without ports ends the path there. Nothing changes where the edge does not exist.
 */
export function insertOnEdge(
  journey: Journey,
  { edgeId, node, shapes, newId }: { edgeId: string; node: JourneyNode; shapes: NodeShapes; newId: NewId },
): Journey {
  const edge = journey.edges.find(({ id }) => id === edgeId)
  if (!edge) return journey
  const [first] = shapes.ports(node)
  const onward =
    first === undefined ? [] : [{ id: newId('e'), source: node.id, sourceHandle: first, target: edge.target }]
  return {
    ...journey,
    nodes: [...journey.nodes, node],
    edges: journey.edges.flatMap((each) => (each === edge ? [{ ...edge, target: node.id }, ...onward] : [each])),
  }
}
