import type { Journey } from '../journey.ts'
import { dropNodes } from './dropNodes.ts'
import type { NodeShapes } from './nodeShapes.ts'
import { reachableFrom } from './reach.ts'

/** Removes a node together with every step that only it leads to. What led to it leads nowhere. */
export function removeBranch(journey: Journey, { nodeId, shapes }: { nodeId: string; shapes: NodeShapes }): Journey {
  const behind = reachableFrom(journey, [nodeId])
  const others = journey.nodes.filter((node) => node.id !== nodeId && (shapes.isEntry(node) || !behind.has(node.id)))
  const without = { edges: journey.edges.filter(({ target }) => target !== nodeId) }
  const alive = reachableFrom(
    without,
    others.map(({ id }) => id),
  )
  return dropNodes(journey, new Set([...behind].filter((id) => !alive.has(id))))
}
