import { isConfigured } from '../../audience/inspect.ts'
import type { Rule } from '../../audience/rule.ts'
import type { JourneyNode } from '../journey.ts'
import type { NodeType } from '../nodeType.ts'
import { isContradiction } from './isContradiction.ts'

/** Why nobody can take a path: its own conditions clash, or whoever fulfils them has taken an earlier path. */
export type NeverTaken = 'neverMatches' | 'coveredPath'

/** One rule of a node that asks its rules in turn. */
export interface RuledPath {
  port: string
  /** Counted from one, as the author sees them. */
  number: number
  /** What holds for whoever comes by this port: its rule, and none of the earlier ones. */
  facts: readonly Rule[]
  never: NeverTaken | undefined
  /** Whether the path can be taken out; the only one cannot. */
  isRemovable: boolean
}

interface Decisions {
  paths: readonly RuledPath[]
  /** What holds for whoever comes by a port that has no rule. */
  otherwise: readonly Rule[]
}

type Registry = Readonly<Record<string, NodeType>>

const none: Decisions = { paths: [], otherwise: [] }
const known = new WeakMap<JourneyNode, { nodeTypes: Registry; decisions: Decisions }>()

/** What a node's rules say by themselves. Nodes are replaced, never changed, so each is judged once. */
export function decisionsOf(node: JourneyNode, nodeTypes: Registry): Decisions {
  const before = known.get(node)
  if (before?.nodeTypes === nodeTypes) return before.decisions
  const type = nodeTypes[node.type]
  const parsed = type?.firstMatch && type.data.safeParse(node.data)
  const decisions = type && parsed?.success ? judged(type, parsed.data) : none
  known.set(node, { nodeTypes, decisions })
  return decisions
}

function judged(type: NodeType, data: unknown): Decisions {
  const earlier: Rule[] = []
  const paths = (type.firstMatch?.(data) ?? []).map(({ port, rule }, index): RuledPath => {
    const isReady = isConfigured(rule)
    const facts = [...(isReady ? [rule] : []), ...earlier]
    const never = isReady ? neverTaken(rule, earlier) : undefined
    if (isReady) earlier.push({ not: rule })
    return { port, number: index + 1, facts, never, isRemovable: type.withoutPort?.(data, port) !== undefined }
  })
  return { paths, otherwise: earlier }
}

function neverTaken(rule: Rule, earlier: readonly Rule[]): NeverTaken | undefined {
  if (isContradiction([rule])) return 'neverMatches'
  const isCovered = earlier.some((each) => isContradiction([rule, each])) || isContradiction([rule, ...earlier])
  return isCovered ? 'coveredPath' : undefined
}
