import type { Rule } from '../../audience/rule.ts'
import { edgesBy } from '../edit/edges.ts'
import type { FlowOrder } from '../edit/flowOrder.ts'
import { jumpsIn } from '../edit/jumps.ts'
import { shapesOf } from '../edit/nodeShapes.ts'
import type { Journey, JourneyNode } from '../journey.ts'
import type { NodeType } from '../nodeType.ts'
import { isTimeless } from './cannotAllPass.ts'
import { canonical } from './canonical.ts'
import { OF_ENTRY, subjectOf } from './clash.ts'
import { decisionsOf } from './decisionsOf.ts'

type Registry = Readonly<Record<string, NodeType>>
type Known = ReadonlyMap<string, Rule>

/** More is not needed in practice, and would make long journeys slow to judge. */
const MOST_RULES = 40

/**
 * What certainly holds for whoever comes to a node, from the decisions on every way there. Where time may pass or a
 * circle closes, only what the entry event says is still sure, for that never changes; where a jump leads, nothing is.
 */
export function knownOnArrival(
  journey: Journey,
  { flow, nodeTypes }: { flow: FlowOrder; nodeTypes: Registry },
): ReadonlyMap<string, readonly Rule[]> {
  const nodes = new Map(journey.nodes.map((node) => [node.id, node]))
  const into = edgesBy(journey.edges, 'target')
  const jumpedTo = new Set(jumpsIn(journey, shapesOf(nodeTypes)).map(({ target }) => target))
  const known = new Map<string, Known>()
  for (const id of flow.order) {
    const edges = into.get(id) ?? []
    const ways = edges.map(({ id: edgeId, source, sourceHandle }) => {
      const node = nodes.get(source)
      const before = known.get(source)
      return node && before && !flow.back.has(edgeId)
        ? behind(node, { port: sourceHandle, before, nodeTypes })
        : nothing
    })
    known.set(id, nodes.get(id) && ways.length > 0 && !jumpedTo.has(id) ? common(ways) : nothing)
  }
  return new Map([...known].map(([id, rules]) => [id, [...rules.values()]]))
}

const nothing: Known = new Map()

function behind(
  node: JourneyNode,
  { port, before, nodeTypes }: { port: string; before: Known; nodeTypes: Registry },
): Known {
  const type = nodeTypes[node.type]
  const isInstant = type !== undefined && !type.waits && (type.group === 'logic' || type.group === 'message')
  const kept = isInstant ? before : new Map([...before].filter(([, rule]) => isOfEntry(rule)))
  const { paths, otherwise } = decisionsOf(node, nodeTypes)
  const learnt = paths.find((path) => path.port === port)?.facts ?? otherwise
  if (learnt.length === 0) return kept
  return new Map([...learnt.map((rule): [string, Rule] => [keyOf(rule), rule]), ...kept].slice(0, MOST_RULES))
}

function common([first, ...others]: readonly Known[]): Known {
  if (!first || others.length === 0) return first ?? nothing
  return new Map([...first].filter(([key]) => others.every((each) => each.has(key))))
}

function isOfEntry(rule: Rule): boolean {
  if ('all' in rule) return rule.all.every(isOfEntry)
  if ('any' in rule) return rule.any.every(isOfEntry)
  if ('not' in rule) return isOfEntry(rule.not)
  return subjectOf(rule)?.startsWith(OF_ENTRY) === true && 'test' in rule && isTimeless(rule.test)
}

const keys = new WeakMap<Rule, string>()

function keyOf(rule: Rule): string {
  const key = keys.get(rule) ?? canonical(rule)
  keys.set(rule, key)
  return key
}
