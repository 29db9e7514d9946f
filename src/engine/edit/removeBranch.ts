import type { Journey } from '../journey.ts'
import { dropNodes } from './dropNodes.ts'
import { waysIn } from './jumps.ts'
import type { NodeShapes } from './nodeShapes.ts'
import { reachableFrom } from './reach.ts'

/** Removes a node together with every step that only it leads to. What led to it leads nowhere. */
export function removeBranch(journey: Journey, { nodeId, shapes }: { nodeId: string; shapes: NodeShapes }): Journey {
  const edges = waysIn(journey, shapes)
  const behind = reachableFrom({ edges }, [nodeId])
  const others = journey.nodes.filter((node) => node.id !== nodeId && (shapes.isEntry(node) || !behind.has(node.id)))
  const without = { edges: edges.filter(({ target }) => target !== nodeId) }
  const alive = reachableFrom(
    without,
    others.map(({ id }) => id),
  )
  return dropNodes(journey, new Set([...behind].filter((id) => !alive.has(id))))
}
