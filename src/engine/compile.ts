import { inCircles } from './analyse/components.ts'
import { exitAsks, exitEvents, exitReads } from './exits.ts'
import type { Journey, JourneyEdge, JourneySettings } from './journey.ts'
import type { Aspect, NodeType } from './nodeType.ts'

/** A node ready to be visited: its type found, its data parsed. */
export interface CompiledNode {
  id: string
  type: NodeType
  data: unknown
  /** Where each wired port leads. */
  next: ReadonlyMap<string, string>
}

/** A journey ready to run: parsed once per version, then shared by every enrollment. */
export interface CompiledJourney {
  nodes: ReadonlyMap<string, CompiledNode>
  settings: JourneySettings
  /** Names of all events a run may ask about. */
  reads: readonly string[]
  /** What else of a contact a run may ask about. */
  asks: readonly Aspect[]
  /** The nodes a contact may come to again: they are counted. Those that hold nobody are left out, unless they jump. */
  loops: ReadonlySet<string>
  /** Names of the events that may end an enrollment early. */
  endedBy: readonly string[]
}

/** The journey cannot run: it was stored by a newer version, or not validated when it was published. */
export class UnknownNodeTypeError extends Error {
  constructor(
    readonly nodeId: string,
    readonly type: string,
  ) {
    super(`Node "${nodeId}" has the unknown type "${type}"`)
  }
}

/** Prepares a journey for running. Throws `UnknownNodeTypeError`, or a ZodError where a node's data does not parse. */
export function compile(journey: Journey, nodeTypes: Readonly<Record<string, NodeType>>): CompiledJourney {
  const nodes = new Map<string, CompiledNode>()
  const next = portsBySource(journey.edges)
  const reads = new Set(exitReads(journey.settings))
  const asks = new Set<Aspect>(exitAsks(journey.settings))
  for (const node of journey.nodes) {
    const type = nodeTypes[node.type]
    if (!type) throw new UnknownNodeTypeError(node.id, node.type)
    const data = type.data.parse(node.data)
    for (const name of type.reads(data)) reads.add(name)
    for (const aspect of type.asks?.(data) ?? []) asks.add(aspect)
    nodes.set(node.id, { id: node.id, type, data, next: next.get(node.id) ?? new Map() })
  }
  const { settings } = journey
  const loops = loopsOf([...nodes.values()])
  return { nodes, settings, reads: [...reads], asks: [...asks], loops, endedBy: [...new Set(exitEvents(settings))] }
}

function loopsOf(nodes: readonly CompiledNode[]): Set<string> {
  const ways = nodes.flatMap(({ id, next, type, data }) => {
    const jump = type.jumpsTo?.(data)
    return [...next.values(), ...(jump === undefined ? [] : [jump])].map((target) => ({ source: id, target }))
  })
  const circling = inCircles(
    nodes.map(({ id }) => id),
    ways,
  )
  return new Set(nodes.filter(({ id, type }) => type.jumpsTo || (type.waits && circling.has(id))).map(({ id }) => id))
}

function portsBySource(edges: readonly JourneyEdge[]): Map<string, Map<string, string>> {
  const bySource = new Map<string, Map<string, string>>()
  for (const { source, sourceHandle, target } of edges) {
    const ports = bySource.get(source) ?? new Map<string, string>()
    bySource.set(source, ports.set(sourceHandle, target))
  }
  return bySource
}
