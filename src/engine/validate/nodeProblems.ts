import type { Journey, JourneyNode } from '../journey.ts'
import type { CheckContext, NodeType } from '../nodeType.ts'
import { blocks, type Problem } from '../problem.ts'

type Registry = Readonly<Record<string, NodeType>>

/** What is wrong with each node by itself: its id, its type, its data, and what its type finds in that data. */
export function nodeProblems(journey: Journey, nodeTypes: Registry, context: CheckContext): Problem[] {
  const seen = new Set<string>()
  return journey.nodes.flatMap((node) => {
    const twice = seen.has(node.id) ? [{ ...blocks('duplicateNode'), nodeId: node.id }] : []
    seen.add(node.id)
    return [...twice, ...inspect(node, nodeTypes, context).problems]
  })
}

/** The ids of the nodes whose type is known and whose data parses. */
export const readableNodes = (journey: Journey, nodeTypes: Registry, context: CheckContext): Set<string> =>
  new Set(journey.nodes.filter((node) => inspect(node, nodeTypes, context).isReadable).map(({ id }) => id))

interface Inspection {
  nodeTypes: Registry
  context: CheckContext
  isReadable: boolean
  problems: Problem[]
}

const known = new WeakMap<JourneyNode, Inspection>()

/** Nodes are replaced, never changed, so one that stayed has the problems it had; an edit costs one node, not all. */
function inspect(node: JourneyNode, nodeTypes: Registry, context: CheckContext): Inspection {
  const before = known.get(node)
  if (before?.nodeTypes === nodeTypes && before.context === context) return before
  const type = nodeTypes[node.type]
  const parsed = type?.data.safeParse(node.data)
  const found = !type
    ? [blocks('unknownType', { type: node.type })]
    : parsed?.success
      ? type.check(parsed.data, context)
      : (parsed?.error.issues ?? []).map(({ path }) => blocks('badData', { field: path.join('.') }))
  const problems = found.map((problem) => ({ ...problem, nodeId: node.id }))
  const inspection = { nodeTypes, context, isReadable: parsed?.success ?? false, problems }
  known.set(node, inspection)
  return inspection
}
