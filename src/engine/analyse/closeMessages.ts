import { edgesBy } from '../edit/edges.ts'
import type { NodeShapes } from '../edit/nodeShapes.ts'
import type { Journey, JourneyEdge } from '../journey.ts'
import type { NodeType } from '../nodeType.ts'
import { type Problem, warns } from '../problem.ts'

interface Surroundings {
  edges: readonly JourneyEdge[]
  shapes: NodeShapes
  nodeTypes: Readonly<Record<string, NodeType>>
}

/** Messages that may come right after another, with no step on the way that holds the contact. A wait before them mends it, unless a jump leads there. */
export function closeMessages(journey: Journey, { edges, shapes, nodeTypes }: Surroundings): Problem[] {
  const messages = new Set(journey.nodes.filter(({ type }) => nodeTypes[type]?.group === 'message').map(({ id }) => id))
  const holding = new Set(journey.nodes.filter((node) => shapes.waits(node)).map(({ id }) => id))
  const outOf = edgesBy(edges, 'source')
  const atOnce = new Set<JourneyEdge>([...messages].flatMap((id) => outOf.get(id) ?? []))
  for (const { target } of atOnce) {
    if (messages.has(target) || holding.has(target)) continue
    for (const edge of outOf.get(target) ?? []) atOnce.add(edge)
  }
  const into = edgesBy([...atOnce], 'target')
  const drawn = new Set(journey.edges.map(({ id }) => id))
  return [...messages].flatMap((id): Problem[] => {
    const edgeIds = (into.get(id) ?? []).map((edge) => edge.id)
    if (edgeIds.length === 0) return []
    const problem = { ...warns('closeMessages'), nodeId: id }
    if (!edgeIds.every((edgeId) => drawn.has(edgeId))) return [problem]
    return [{ ...problem, repair: { do: 'insertWait', before: id, edgeIds } }]
  })
}
