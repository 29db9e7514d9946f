import type { FlowOrder } from './flowOrder.ts'

/** For each node the last one that every path to it passes; nothing above the starts and the joins of several starts. */
export type Dominators = ReadonlyMap<string, string | undefined>

/**
 * The immediate dominators along the edges that lead forward. In a graph without circles one pass in flow order is
 * enough: a node's dominator is the lowest common ancestor of its predecessors (Cooper, Harvey & Kennedy 2001).
 */
export function dominators({ order, outOf, back, starts }: FlowOrder): Dominators {
  const above = new Map<string, string | undefined>(starts.map((id) => [id, undefined]))
  const depth = new Map<string, number>(starts.map((id) => [id, 1]))
  const depthOf = (id: string | undefined) => (id === undefined ? 0 : (depth.get(id) ?? 0))

  const common = (one: string | undefined, other: string | undefined): string | undefined => {
    let [a, b] = [one, other]
    while (a !== b) {
      if (depthOf(a) >= depthOf(b)) a = a === undefined ? undefined : above.get(a)
      else b = b === undefined ? undefined : above.get(b)
    }
    return a
  }

  for (const id of order) {
    depth.set(id, depthOf(above.get(id)) + 1)
    for (const edge of outOf.get(id) ?? []) {
      if (back.has(edge.id)) continue
      above.set(edge.target, above.has(edge.target) ? common(above.get(edge.target), id) : id)
    }
  }
  return above
}
