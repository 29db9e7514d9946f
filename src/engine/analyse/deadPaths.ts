import type { Rule } from '../../audience/rule.ts'
import type { FlowOrder } from '../edit/flowOrder.ts'
import { shapesOf } from '../edit/nodeShapes.ts'
import { edgeFrom, type Journey, type JourneyNode, nodeById } from '../journey.ts'
import type { NodeType } from '../nodeType.ts'
import { type Problem, warns } from '../problem.ts'
import type { Repair } from '../repair.ts'
import { decisionsOf, type RuledPath } from './decisionsOf.ts'
import { isContradiction } from './isContradiction.ts'
import { knownOnArrival } from './knownOnArrival.ts'
import { ruleSubjects } from './ruleSubjects.ts'

type Registry = Readonly<Record<string, NodeType>>

/**
 * Paths that certainly nobody takes: `neverMatches` where their conditions clash, `coveredPath` where an earlier path takes
 * everybody, `decidedBefore` where the steps on every way there have decided against them.
 */
export function deadPaths(journey: Journey, { flow, nodeTypes }: { flow: FlowOrder; nodeTypes: Registry }): Problem[] {
  if (!journey.nodes.some(({ type }) => nodeTypes[type]?.firstMatch)) return []
  const known = knownOnArrival(journey, { flow, nodeTypes })
  return journey.nodes.flatMap((node) =>
    decisionsOf(node, nodeTypes).paths.flatMap((path) => {
      const code = path.never ?? decidedBefore(path, known.get(node.id) ?? [])
      if (code === undefined) return []
      const place = { nodeId: node.id, port: path.port }
      const repair = path.isRemovable ? ({ do: 'removePath', ...place } as const) : skipping(journey, node, nodeTypes)
      return [{ ...warns(code, { number: path.number }), ...place, ...(repair && { repair }) }]
    }),
  )
}

/** Where nobody takes the only path with a rule, everybody goes by the other port, and the step may go. */
function skipping(journey: Journey, { id, type, data }: JourneyNode, nodeTypes: Registry): Repair | undefined {
  const ports = shapesOf(nodeTypes).ports({ type, data })
  const [, keepPort] = ports
  const target = keepPort !== undefined && ports.length === 2 && edgeFrom(journey, id, keepPort)?.target
  const next = target && target !== id ? nodeById(journey, target) : undefined
  return next && nodeTypes[next.type]?.group !== 'entry' ? { do: 'removeStep', nodeId: id, keepPort } : undefined
}

function decidedBefore({ facts }: RuledPath, known: readonly Rule[]): 'decidedBefore' | undefined {
  const about = new Set(facts.flatMap(ruleSubjects))
  const relevant = known.filter((rule) => ruleSubjects(rule).some((subject) => about.has(subject)))
  return relevant.length > 0 && isContradiction([...facts, ...relevant]) ? 'decidedBefore' : undefined
}
