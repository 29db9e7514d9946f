import type { Journey, JourneyNode } from '../journey.ts'
import type { CheckContext, NodeType } from '../nodeType.ts'
import { blocks, type Problem } from '../problem.ts'

/** What is wrong with each node by itself: its id, its type, its data, and what its type finds in that data. */
export function nodeProblems(
  journey: Journey,
  nodeTypes: Readonly<Record<string, NodeType>>,
  context: CheckContext,
): Problem[] {
  const seen = new Set<string>()
  return journey.nodes.flatMap((node) => {
    const twice = seen.has(node.id) ? [blocks('duplicateNode')] : []
    seen.add(node.id)
    return [...twice, ...ownProblems(node, nodeTypes[node.type], context)].map((problem) => ({
      ...problem,
      nodeId: node.id,
    }))
  })
}

function ownProblems(node: JourneyNode, type: NodeType | undefined, context: CheckContext): Problem[] {
  if (!type) return [blocks('unknownType', { type: node.type })]
  const parsed = type.data.safeParse(node.data)
  if (parsed.success) return type.check(parsed.data, context)
  return parsed.error.issues.map(({ path }) => blocks('badData', { field: path.join('.') }))
}
