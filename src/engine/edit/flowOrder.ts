import type { Journey, JourneyEdge } from '../journey.ts'
import { edgesBy, inPortOrder } from './edges.ts'
import type { NodeShapes } from './nodeShapes.ts'
import { reachableFrom } from './reach.ts'

/** The nodes in an order where every edge leads forward, apart from the edges that lead back to an earlier step. */
export interface FlowOrder {
  starts: string[]
  order: string[]
  outOf: ReadonlyMap<string, JourneyEdge[]>
  /** Ids of the edges that close a circle. */
  back: ReadonlySet<string>
}

/** Orders a journey from its triggers on, paths in the order of their ports; steps that nothing leads to come after. */
export function flowOrder(journey: Journey, shapes: NodeShapes): FlowOrder {
  const known = new Set(journey.nodes.map(({ id }) => id))
  const edges = journey.edges.filter(({ source, target }) => known.has(source) && known.has(target))
  const bySource = edgesBy(edges, 'source')
  const outOf = new Map(
    journey.nodes.map((node) => [node.id, inPortOrder(bySource.get(node.id) ?? [], shapes.ports(node))]),
  )
  const starts = startsOf({ ...journey, edges }, shapes)
  return { starts, outOf, ...walk(starts, outOf) }
}

function startsOf(journey: Journey, shapes: NodeShapes): string[] {
  const targets = new Set(journey.edges.map(({ target }) => target))
  const entries = journey.nodes.filter((node) => shapes.isEntry(node))
  const heads = journey.nodes.filter((node) => !shapes.isEntry(node) && !targets.has(node.id))
  const starts = [...entries, ...heads].map(({ id }) => id)
  const reached = reachableFrom(journey, starts)
  for (const { id } of journey.nodes) {
    if (reached.has(id)) continue
    starts.push(id)
    for (const found of reachableFrom(journey, [id])) reached.add(found)
  }
  return starts
}

/** Depth first, last path first, so that the reverse of the finishing order has the first path first. */
function walk(starts: readonly string[], outOf: FlowOrder['outOf']): Pick<FlowOrder, 'order' | 'back'> {
  const state = new Map<string, 'open' | 'done'>()
  const back = new Set<string>()
  const finished: string[] = []
  for (const start of starts.toReversed()) {
    if (state.has(start)) continue
    const path = [{ id: start, left: [...(outOf.get(start) ?? [])] }]
    state.set(start, 'open')
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const edge = here.left.pop()
      if (!edge) {
        state.set(here.id, 'done')
        finished.push(here.id)
        path.pop()
      } else if (state.get(edge.target) === 'open') {
        back.add(edge.id)
      } else if (!state.has(edge.target)) {
        state.set(edge.target, 'open')
        path.push({ id: edge.target, left: [...(outOf.get(edge.target) ?? [])] })
      }
    }
  }
  return { order: finished.toReversed(), back }
}
