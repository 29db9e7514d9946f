import type { Journey, JourneyNode } from '../journey.ts'
import { edgesInto } from './edges.ts'
import type { NodeShapes } from './nodeShapes.ts'

/** Why a node does not fit into a path: nothing leads to a trigger, and an end would cut off the steps behind it. */
export type InsertObstacle = 'entry' | 'cutsOff'

/** Says what keeps a node from being put into an edge, if anything. */
export function canInsertOnEdge(
  journey: Journey,
  { edgeId, node, shapes }: { edgeId: string; node: Pick<JourneyNode, 'type' | 'data'>; shapes: NodeShapes },
): InsertObstacle | undefined {
  if (shapes.isEntry(node)) return 'entry'
  const edge = journey.edges.find(({ id }) => id === edgeId)
  const endsHere = shapes.ports(node).length === 0
  if (endsHere && edge && edgesInto(journey, edge.target).length === 1) return 'cutsOff'
  return undefined
}
