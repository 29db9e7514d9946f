import type { Rule } from '../../audience/rule.ts'
import type { FlowOrder } from '../edit/flowOrder.ts'
import type { Journey } from '../journey.ts'
import type { NodeType } from '../nodeType.ts'
import { type Problem, warns } from '../problem.ts'
import { decisionsOf, type RuledPath } from './decisionsOf.ts'
import { isContradiction } from './isContradiction.ts'
import { knownOnArrival } from './knownOnArrival.ts'
import { ruleSubjects } from './ruleSubjects.ts'

/**
 * Paths that certainly nobody takes: `neverMatches` where their conditions clash, `coveredPath` where an earlier path takes
 * everybody, `decidedBefore` where the steps on every way there have decided against them.
 */
export function deadPaths(
  journey: Journey,
  { flow, nodeTypes }: { flow: FlowOrder; nodeTypes: Readonly<Record<string, NodeType>> },
): Problem[] {
  if (!journey.nodes.some(({ type }) => nodeTypes[type]?.firstMatch)) return []
  const known = knownOnArrival(journey, { flow, nodeTypes })
  return journey.nodes.flatMap((node) =>
    decisionsOf(node, nodeTypes).paths.flatMap((path) => {
      const code = path.never ?? decidedBefore(path, known.get(node.id) ?? [])
      if (code === undefined) return []
      const place = { nodeId: node.id, port: path.port }
      const repair = path.isRemovable && { repair: { do: 'removePath', ...place } as const }
      return [{ ...warns(code, { number: path.number }), ...place, ...repair }]
    }),
  )
}

function decidedBefore({ facts }: RuledPath, known: readonly Rule[]): 'decidedBefore' | undefined {
  const about = new Set(facts.flatMap(ruleSubjects))
  const relevant = known.filter((rule) => ruleSubjects(rule).some((subject) => about.has(subject)))
  return relevant.length > 0 && isContradiction([...facts, ...relevant]) ? 'decidedBefore' : undefined
}
