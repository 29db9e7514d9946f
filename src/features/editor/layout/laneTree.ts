import { dominators } from '@/engine/edit/dominators'
import { edgesBy } from '@/engine/edit/edges'
import { type FlowOrder, flowOrder } from '@/engine/edit/flowOrder'
import type { NodeShapes } from '@/engine/edit/nodeShapes'
import type { Journey, JourneyEdge } from '@/engine/journey'

/** What hangs under a step: lanes, each reached by one port only, and the steps where lanes join again. */
export interface Under {
  lanes: readonly string[]
  joins: readonly string[]
}

/** The journey as nested lanes. The key `undefined` stands for what is above all triggers. */
export interface LaneTree extends FlowOrder {
  under: ReadonlyMap<string | undefined, Under>
  into: ReadonlyMap<string, readonly JourneyEdge[]>
  /** Reading order, and which part of it hangs under each step. */
  reading: readonly string[]
  span: ReadonlyMap<string, { from: number; to: number }>
}

export function laneTree(journey: Journey, shapes: NodeShapes): LaneTree {
  const flow = flowOrder(journey, shapes)
  const forward = [...flow.outOf.values()].flat().filter(({ id }) => !flow.back.has(id))
  const into = edgesBy(forward, 'target')
  const under = childrenOf(flow, into)
  return { ...flow, into, under, ...readingOrder(under) }
}

function childrenOf(flow: FlowOrder, into: LaneTree['into']): Map<string | undefined, Under> {
  const above = dominators(flow)
  const under = new Map<string | undefined, { lanes: string[]; joins: string[] }>()
  const at = (id: string | undefined) => {
    const known = under.get(id) ?? { lanes: [], joins: [] }
    under.set(id, known)
    return known
  }
  const starts = new Set(flow.starts)
  at(undefined).lanes.push(...flow.starts)
  for (const id of flow.order) {
    if (starts.has(id)) continue
    const isLane = into.get(id)?.length === 1
    if (isLane) continue
    at(above.get(id)).joins.push(id)
  }
  for (const [source, edges] of flow.outOf) {
    for (const edge of edges) {
      const isLane = !flow.back.has(edge.id) && !starts.has(edge.target) && into.get(edge.target)?.length === 1
      if (isLane) at(source).lanes.push(edge.target)
    }
  }
  return under
}

function readingOrder(under: LaneTree['under']): Pick<LaneTree, 'reading' | 'span'> {
  const reading: string[] = []
  const span = new Map<string, { from: number; to: number }>()
  const childrenInOrder = (id: string | undefined) => {
    const { lanes = [], joins = [] } = under.get(id) ?? {}
    return [...lanes, ...joins].reverse()
  }
  const open: { id: string; entered: boolean }[] = childrenInOrder(undefined).map((id) => ({ id, entered: false }))
  for (let here = open.pop(); here; here = open.pop()) {
    const known = span.get(here.id)
    if (here.entered && known) {
      known.to = reading.length
      continue
    }
    span.set(here.id, { from: reading.length, to: reading.length })
    reading.push(here.id)
    open.push({ id: here.id, entered: true }, ...childrenInOrder(here.id).map((id) => ({ id, entered: false })))
  }
  return { reading, span }
}
