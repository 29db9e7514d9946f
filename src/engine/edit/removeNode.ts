import { type Journey, nodeById } from '../journey.ts'
import { bypass } from './bypass.ts'
import { dropNodes } from './dropNodes.ts'
import { edgesOutOf } from './edges.ts'
import { waysIn } from './jumps.ts'
import type { NodeShapes } from './nodeShapes.ts'
import { reachableFrom } from './reach.ts'

/**
 * Removes a node and closes the gap: what led to it leads to where its kept port led (the first wired one unless said).
 * Steps that only the other ports led to go with it. What stands behind a trigger stays.
 */
export function removeNode(
  journey: Journey,
  { nodeId, keepPort, shapes }: { nodeId: string; keepPort?: string; shapes: NodeShapes },
): Journey {
  const node = nodeById(journey, nodeId)
  if (!node) return journey
  const out = edgesOutOf(journey, nodeId, shapes.ports(node)).filter(({ target }) => target !== nodeId)
  const kept = out.find(({ sourceHandle }) => sourceHandle === keepPort) ?? out[0]
  const healed = dropNodes(bypass(journey, nodeId, kept?.target), new Set([nodeId]))
  if (shapes.isEntry(node)) return healed
  const dropped = out.filter((edge) => edge !== kept).map(({ target }) => target)
  return dropCutOff(healed, { from: dropped, keep: kept?.target, shapes })
}

/** Drops what is behind the given nodes and can no longer be reached, neither from a trigger nor along the kept path. */
function dropCutOff(
  journey: Journey,
  { from, keep, shapes }: { from: string[]; keep: string | undefined; shapes: NodeShapes },
): Journey {
  const ways = { edges: waysIn(journey, shapes) }
  const behind = reachableFrom(ways, from)
  const roots = journey.nodes.filter((node) => shapes.isEntry(node) || !behind.has(node.id)).map(({ id }) => id)
  const alive = reachableFrom(ways, keep === undefined ? roots : [...roots, keep])
  return dropNodes(journey, new Set([...behind].filter((id) => !alive.has(id))))
}
