import { type Journey, type JourneyEdge, nodeById } from '../journey.ts'
import type { NodeShapes } from './nodeShapes.ts'

/**
 * Replaces a node's data. Edges of ports that are gone go too, except that the first of them moves to the first new
 * port: a wait that now waits for an event keeps the path behind it.
 */
export function setNodeData(
  journey: Journey,
  { nodeId, data, shapes }: { nodeId: string; data: Record<string, unknown>; shapes: NodeShapes },
): Journey {
  const node = nodeById(journey, nodeId)
  if (!node) return journey
  const before = shapes.ports(node)
  const next = { ...node, data }
  const after = shapes.ports(next)
  const [newborn] = after.filter((port) => !before.includes(port))
  const [heir] = before.filter((port) => !after.includes(port) && hasEdge(journey, nodeId, port))
  const follow = (edge: JourneyEdge): JourneyEdge[] => {
    if (edge.source !== nodeId || after.includes(edge.sourceHandle)) return [edge]
    return newborn !== undefined && edge.sourceHandle === heir ? [{ ...edge, sourceHandle: newborn }] : []
  }
  return {
    ...journey,
    nodes: journey.nodes.map((each) => (each === node ? next : each)),
    edges: samePorts(before, after) ? journey.edges : journey.edges.flatMap(follow),
  }
}

const hasEdge = (journey: Journey, nodeId: string, port: string): boolean =>
  journey.edges.some(({ source, sourceHandle }) => source === nodeId && sourceHandle === port)

const samePorts = (before: readonly string[], after: readonly string[]): boolean =>
  before.length === after.length && before.every((port, index) => port === after[index])
