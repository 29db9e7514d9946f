import type { Journey, JourneyEdge } from '../journey.ts'

/** The edges that lead to a node. */
export const edgesInto = (journey: Journey, nodeId: string): JourneyEdge[] =>
  journey.edges.filter(({ target }) => target === nodeId)

/** The edges that leave a node, in the order of its ports; edges of unknown ports come last. */
export const edgesOutOf = (journey: Journey, nodeId: string, ports: readonly string[]): JourneyEdge[] =>
  inPortOrder(
    journey.edges.filter(({ source }) => source === nodeId),
    ports,
  )

/** Edges of one node in the order of its ports; edges of unknown ports come last. */
export function inPortOrder(edges: readonly JourneyEdge[], ports: readonly string[]): JourneyEdge[] {
  const rank = (port: string) => (ports.includes(port) ? ports.indexOf(port) : ports.length)
  return edges.toSorted((one, other) => rank(one.sourceHandle) - rank(other.sourceHandle))
}

/** Edges grouped by the node they start from, or lead to. */
export function edgesBy<Edge extends Pick<JourneyEdge, 'source' | 'target'>>(
  edges: readonly Edge[],
  end: 'source' | 'target',
): Map<string, Edge[]> {
  const groups = new Map<string, Edge[]>()
  for (const edge of edges) {
    const group = groups.get(edge[end])
    if (group) group.push(edge)
    else groups.set(edge[end], [edge])
  }
  return groups
}
