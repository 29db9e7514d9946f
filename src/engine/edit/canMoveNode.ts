import { type Journey, type JourneyEdge, nodeById } from '../journey.ts'
import { type Block, blockOf } from './blockOf.ts'
import type { NodeShapes } from './nodeShapes.ts'
import type { Place } from './place.ts'

/** Why a step cannot be moved to a place. */
export type MoveObstacle = 'missing' | 'entry' | 'tangled' | 'same' | 'inside' | 'cutsOff'

/** Says what keeps a step, with its lanes, from being moved to a place, if anything. */
export const canMoveNode = (
  journey: Journey,
  { nodeId, to, shapes }: { nodeId: string; to: Place; shapes: NodeShapes },
): MoveObstacle | undefined => moveObstacles(journey, { nodeId, shapes })(to)

/** The same question for many places of one step: what moves with it is found once. */
export function moveObstacles(
  journey: Journey,
  { nodeId, shapes }: { nodeId: string; shapes: NodeShapes },
): (to: Place) => MoveObstacle | undefined {
  const node = nodeById(journey, nodeId)
  if (!node) return () => 'missing'
  if (shapes.isEntry(node)) return () => 'entry'
  const block = blockOf(journey, nodeId, shapes)
  if (!block) return () => 'tangled'
  const edges = new Map(journey.edges.map((edge) => [edge.id, edge]))
  return (to) => {
    if ('port' in to) return block.members.has(to.source) ? 'inside' : undefined
    const edge = edges.get(to.edgeId)
    return edge ? obstacleAt(journey, { edge, block, nodeId, shapes }) : 'missing'
  }
}

function obstacleAt(
  journey: Journey,
  { edge, block, nodeId, shapes }: { edge: JourneyEdge; block: Block; nodeId: string; shapes: NodeShapes },
): MoveObstacle | undefined {
  if (edge.target === nodeId || block.leaves.includes(edge)) return 'same'
  if (block.members.has(edge.source)) return 'inside'
  return block.leaves.length === 0 && !openPort(journey, block, shapes) ? 'cutsOff' : undefined
}

/** The first port in a block that leads nowhere yet. */
export function openPort(
  journey: Journey,
  block: Block,
  shapes: NodeShapes,
): { source: string; port: string } | undefined {
  for (const node of journey.nodes) {
    if (!block.members.has(node.id)) continue
    const wired = new Set(journey.edges.filter(({ source }) => source === node.id).map((edge) => edge.sourceHandle))
    const port = shapes.ports(node).find((each) => !wired.has(each))
    if (port !== undefined) return { source: node.id, port }
  }
  return undefined
}
