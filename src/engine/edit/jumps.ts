import type { Journey, JourneyEdge } from '../journey.ts'
import type { NodeShapes } from './nodeShapes.ts'

/** The port that a jump leaves by, in the log too, so that its numbers are counted like those of any other way on. */
export const JUMP = 'jump'

/** Jumps as edges, for whoever asks where contacts come to. They are not in the document and nothing can be put into them. */
export function jumpsIn({ nodes }: Pick<Journey, 'nodes'>, shapes: NodeShapes): JourneyEdge[] {
  return nodes.flatMap((node): JourneyEdge[] => {
    const target = shapes.jumpsTo(node)
    return target === undefined ? [] : [{ id: `jump ${node.id}`, source: node.id, sourceHandle: JUMP, target }]
  })
}

/** All ways on: edges and jumps. */
export const waysIn = (journey: Pick<Journey, 'nodes' | 'edges'>, shapes: NodeShapes): JourneyEdge[] => [
  ...journey.edges,
  ...jumpsIn(journey, shapes),
]
