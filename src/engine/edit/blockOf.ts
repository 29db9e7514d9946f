import type { Journey, JourneyEdge } from '../journey.ts'
import { dominators } from './dominators.ts'
import { edgesBy } from './edges.ts'
import { flowOrder } from './flowOrder.ts'
import type { NodeShapes } from './nodeShapes.ts'

/** A step with the lanes that hang under it, up to where they meet again. */
export interface Block {
  members: ReadonlySet<string>
  /** The edges that leave the block, all to the same step. */
  leaves: readonly JourneyEdge[]
  onward: string | undefined
}

/** What moves when a step is moved, or nothing where its lanes are tangled with others and lead to several places. */
export function blockOf(journey: Journey, nodeId: string, shapes: NodeShapes): Block | undefined {
  const flow = flowOrder(journey, shapes)
  const out = flow.outOf.get(nodeId) ?? []
  if (out.length <= 1) return { members: new Set([nodeId]), leaves: out, onward: out[0]?.target }

  const above = dominators(flow)
  const forward = journey.edges.filter(({ id }) => !flow.back.has(id))
  const into = edgesBy(forward, 'target')
  const members = new Set([nodeId])
  for (const id of flow.order) {
    const over = above.get(id)
    const isJoin = over === nodeId && (into.get(id) ?? []).length > 1
    if (over !== undefined && members.has(over) && !isJoin) members.add(id)
  }
  const leaves = journey.edges.filter(({ source, target }) => members.has(source) && !members.has(target))
  const targets = new Set(leaves.map(({ target }) => target))
  return targets.size > 1 ? undefined : { members, leaves, onward: leaves[0]?.target }
}
