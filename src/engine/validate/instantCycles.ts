import { edgesBy } from '../edit/edges.ts'
import type { NodeShapes } from '../edit/nodeShapes.ts'
import type { Journey } from '../journey.ts'
import { blocks, type Problem } from '../problem.ts'

/**
 * Circles without a step that may hold the contact, who would run in them for ever: one problem per step that stands in
 * such a circle. Found by taking away, again and again, what nothing leads to or what leads nowhere (Kahn 1962).
 */
export function instantCycles(journey: Journey, shapes: NodeShapes): Problem[] {
  const instant = new Set(journey.nodes.filter((node) => !shapes.waits(node)).map(({ id }) => id))
  const edges = journey.edges.filter(({ source, target }) => instant.has(source) && instant.has(target))
  const inCircle = peel(peel(instant, edges, 'source'), edges, 'target')
  return journey.nodes.filter(({ id }) => inCircle.has(id)).map(({ id }) => ({ ...blocks('instantCycle'), nodeId: id }))
}

function peel(nodes: ReadonlySet<string>, edges: Journey['edges'], from: 'source' | 'target'): Set<string> {
  const to = from === 'source' ? 'target' : 'source'
  const inside = edges.filter(({ source, target }) => nodes.has(source) && nodes.has(target))
  const onward = edgesBy(inside, from)
  const left = new Map([...nodes].map((id) => [id, 0]))
  for (const edge of inside) left.set(edge[to], (left.get(edge[to]) ?? 0) + 1)
  const free = [...nodes].filter((id) => left.get(id) === 0)
  const staying = new Set(nodes)
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    staying.delete(id)
    for (const edge of onward.get(id) ?? []) {
      const count = (left.get(edge[to]) ?? 0) - 1
      left.set(edge[to], count)
      if (count === 0) free.push(edge[to])
    }
  }
  return staying
}
