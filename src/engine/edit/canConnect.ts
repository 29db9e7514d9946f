import { edgeFrom, type Journey, nodeById } from '../journey.ts'
import { waysIn } from './jumps.ts'
import type { NodeShapes } from './nodeShapes.ts'
import { reachableFrom } from './reach.ts'

/** Why a port must not lead to a node. */
export type ConnectObstacle = 'missing' | 'self' | 'entry' | 'same' | 'instantCycle'

/** Whether a port may lead to a node, and the edge that would be replaced. */
export type Connection = { allowed: true; replaces?: string } | { allowed: false; because: ConnectObstacle }

/** Says whether a port may lead to a node: never to itself or a trigger, and round in a circle only through a wait. */
export function canConnect(
  journey: Journey,
  { source, port, target, shapes }: { source: string; port: string; target: string; shapes: NodeShapes },
): Connection {
  const from = nodeById(journey, source)
  const to = nodeById(journey, target)
  if (!from || !to || !shapes.ports(from).includes(port)) return { allowed: false, because: 'missing' }
  if (source === target) return { allowed: false, because: 'self' }
  if (shapes.isEntry(to)) return { allowed: false, because: 'entry' }
  const taken = edgeFrom(journey, source, port)
  if (taken?.target === target) return { allowed: false, because: 'same' }
  const without = taken ? { ...journey, edges: journey.edges.filter((edge) => edge !== taken) } : journey
  if (!shapes.waits(from) && reachesAtOnce(without, target, shapes).has(source)) {
    return { allowed: false, because: 'instantCycle' }
  }
  return taken ? { allowed: true, replaces: taken.id } : { allowed: true }
}

/** The nodes a contact can come to from a node without anything that may hold them on the way. */
function reachesAtOnce(journey: Journey, nodeId: string, shapes: NodeShapes): Set<string> {
  const holding = new Set(journey.nodes.filter((node) => shapes.waits(node)).map(({ id }) => id))
  if (holding.has(nodeId)) return new Set()
  return reachableFrom({ edges: waysIn(journey, shapes).filter(({ source }) => !holding.has(source)) }, [nodeId])
}
