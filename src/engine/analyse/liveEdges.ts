import { jumpsIn } from '../edit/jumps.ts'
import type { NodeShapes } from '../edit/nodeShapes.ts'
import { reachableFrom } from '../edit/reach.ts'
import type { Journey, JourneyEdge } from '../journey.ts'
import type { Problem } from '../problem.ts'

/** The ways that a contact may come along: jumps, and edges of ports that exist; reached from a trigger, apart from paths found to be dead. */
export function liveEdges(
  journey: Journey,
  { shapes, dead }: { shapes: NodeShapes; dead: readonly Problem[] },
): JourneyEdge[] {
  const nodes = new Map(journey.nodes.map((node) => [node.id, node]))
  const closed = new Set(dead.map(({ nodeId, port }) => `${nodeId} ${port}`))
  const open = journey.edges.filter(({ source, sourceHandle, target }) => {
    const node = nodes.get(source)
    return (
      node && nodes.has(target) && !closed.has(`${source} ${sourceHandle}`) && shapes.ports(node).includes(sourceHandle)
    )
  })
  const ways = [...open, ...jumpsIn(journey, shapes).filter(({ target }) => nodes.has(target))]
  const entries = journey.nodes.filter((node) => shapes.isEntry(node)).map(({ id }) => id)
  const reached = reachableFrom({ edges: ways }, entries)
  return ways.filter(({ source }) => reached.has(source))
}
