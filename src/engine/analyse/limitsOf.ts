import { edgesBy } from '../edit/edges.ts'
import { flowOrder } from '../edit/flowOrder.ts'
import { shapesOf } from '../edit/nodeShapes.ts'
import type { Journey, JourneyEdge, JourneyNode } from '../journey.ts'
import type { NodeType } from '../nodeType.ts'
import { components } from './components.ts'
import { deadPaths } from './deadPaths.ts'
import { lengthOf } from './lengthOf.ts'
import { liveEdges } from './liveEdges.ts'
import { shortestBetween } from './shortestBetween.ts'
import { visitsIn } from './visitsIn.ts'

type Registry = Readonly<Record<string, NodeType>>

/** What one passage can come to. Times are in milliseconds; an infinite one says that there is no limit. */
export interface Limits {
  /** The most messages one contact can be given. */
  messages: number
  /** The shortest time between two messages; missing where nobody gets two. */
  closest: number | undefined
  /** The longest time from entering to the end. */
  longest: number
}

/** An edge, with how long it takes to come from the arrival at its source to the arrival at its target. */
export interface Way extends JourneyEdge {
  shortest: number
  longest: number
}

/**
 * The limits of one passage through a journey, goal and exit rules aside. Exact where no circle is on the way; a circle is gone
 * round as often as its jumps and the journey allow. Paths that certainly nobody takes do not count.
 */
export function limitsOf(journey: Journey, nodeTypes: Registry): Limits {
  const shapes = shapesOf(nodeTypes)
  const dead = deadPaths(journey, { flow: flowOrder(journey, shapes), nodeTypes })
  const nodes = new Map(journey.nodes.map((node) => [node.id, node]))
  const ways = liveEdges(journey, { shapes, dead }).map((edge) => wayAlong(edge, nodes.get(edge.source), nodeTypes))
  const entries = journey.nodes.filter((node) => shapes.isEntry(node)).map(({ id }) => id)
  const reached = [...new Set([...entries, ...ways.map(({ target }) => target)])]
  const isMessage = (id: string) => nodeTypes[nodes.get(id)?.type ?? '']?.group === 'message'
  const ends = new Map(reached.map((id) => [id, openEnd(nodes.get(id), nodeTypes)]))
  const { repeats } = journey.settings
  const visits = (group: readonly string[]) => visitsIn(group, { ways, nodes, repeats, nodeTypes })
  return { ...most(reached, { ways, isMessage, ends, visits }), closest: shortestBetween(ways, isMessage) }
}

function wayAlong(edge: JourneyEdge, node: JourneyNode | undefined, nodeTypes: Registry): Way {
  return { ...edge, ...heldAt(node, edge.sourceHandle, nodeTypes) }
}

function heldAt(node: JourneyNode | undefined, port: string, nodeTypes: Registry) {
  const type = nodeTypes[node?.type ?? '']
  if (!type?.waits) return { shortest: 0, longest: 0 }
  const parsed = type.held && type.data.safeParse(node?.data)
  const { atLeast, atMost } = (parsed?.success && type.held?.(parsed.data, port)) || {}
  return {
    shortest: atLeast === undefined ? 0 : lengthOf(atLeast, 'shortest'),
    longest: atMost === undefined ? Number.POSITIVE_INFINITY : lengthOf(atMost, 'longest'),
  }
}

/** The longest that a step holds whoever it lets go by any port, open ones too. */
function openEnd(node: JourneyNode | undefined, nodeTypes: Registry): number {
  const ports = node ? shapesOf(nodeTypes).ports(node) : []
  return Math.max(0, ...ports.map((port) => heldAt(node, port, nodeTypes).longest))
}

interface Drawn {
  ways: readonly Way[]
  isMessage: (id: string) => boolean
  ends: ReadonlyMap<string, number>
  /** How often each step of a circle is come to. */
  visits: (group: readonly string[]) => (id: string) => number
}

/** Adds up messages and time from group to group of steps that lead to each other. */
function most(
  reached: readonly string[],
  { ways, isMessage, ends, visits }: Drawn,
): Pick<Limits, 'messages' | 'longest'> {
  const outOf = edgesBy(ways, 'source')
  const onArrival = new Map<string, { messages: number; longest: number }>()
  const top = { messages: 0, longest: 0 }
  for (const group of components(reached, ways)) {
    const circles = group.length > 1 || outOf.get(group[0] ?? '')?.some(({ source, target }) => source === target)
    const here = highest(group.map((id) => onArrival.get(id) ?? { messages: 0, longest: 0 }))
    const times = circles ? visits(group) : () => 1
    const messages = here.messages + sum(group.filter(isMessage).map(times))
    const stays = new Map(group.map((id) => [id, circles ? longestWithin(group, outOf.get(id) ?? []) : 0]))
    const inside = sum(group.map((id) => times(id) * (stays.get(id) ?? 0)))
    const until = (id: string) => here.longest + without(inside, stays.get(id) ?? 0)
    for (const id of group) Object.assign(top, highest([top, { messages, longest: until(id) + (ends.get(id) ?? 0) }]))
    for (const { source, target, longest } of group.flatMap((id) => outOf.get(id) ?? [])) {
      const next = { messages, longest: until(source) + longest }
      onArrival.set(target, highest([next, onArrival.get(target) ?? next]))
    }
  }
  return top
}

/** The longest way of a step that stays inside its group. */
const longestWithin = (group: readonly string[], ways: readonly Way[]): number =>
  Math.max(0, ...ways.filter(({ target }) => group.includes(target)).map(({ longest }) => longest))

/** What is left of a whole without a part: the last time it goes another way. */
const without = (whole: number, part: number): number => (Number.isFinite(whole) ? whole - part : whole)

const sum = (numbers: readonly number[]): number => numbers.reduce((whole, each) => whole + each, 0)

const highest = (all: readonly { messages: number; longest: number }[]) => ({
  messages: Math.max(...all.map(({ messages }) => messages)),
  longest: Math.max(...all.map(({ longest }) => longest)),
})
