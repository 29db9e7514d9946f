import { inCircles } from '../analyse/components.ts'
import { edgesBy } from '../edit/edges.ts'
import { waysIn } from '../edit/jumps.ts'
import type { NodeShapes } from '../edit/nodeShapes.ts'
import type { Journey } from '../journey.ts'
import { blocks, type Problem } from '../problem.ts'

/**
 * Circles without a step that holds the contact, who would run in them for ever: one problem per step that stands in
 * such a circle. A wait before the step mends it, unless a jump leads there.
 */
export function instantCycles(journey: Journey, shapes: NodeShapes): Problem[] {
  const instant = new Set(journey.nodes.filter((node) => !shapes.waits(node)).map(({ id }) => id))
  const edges = waysIn(journey, shapes).filter(({ source, target }) => instant.has(source) && instant.has(target))
  const circling = inCircles([...instant], edges)
  const drawn = new Set(journey.edges.map(({ id }) => id))
  const into = edgesBy(
    edges.filter(({ source }) => circling.has(source)),
    'target',
  )
  return journey.nodes
    .filter(({ id }) => circling.has(id))
    .map((node): Problem => {
      const place = { ...blocks('instantCycle'), nodeId: node.id }
      if (shapes.isEntry(node)) return place
      const edgeIds = (into.get(node.id) ?? []).map(({ id }) => id)
      if (!edgeIds.every((id) => drawn.has(id))) return place
      return { ...place, repair: { do: 'insertWait', before: node.id, edgeIds } }
    })
}
