import type { Journey } from '../journey.ts'
import type { NodeShapes } from './nodeShapes.ts'
import { removeNode } from './removeNode.ts'

/** Removes several nodes one after the other, each healed; the paths of their first wired ports stay. */
export const removeMany = (
  journey: Journey,
  { nodeIds, shapes }: { nodeIds: readonly string[]; shapes: NodeShapes },
): Journey => nodeIds.reduce((left, nodeId) => removeNode(left, { nodeId, shapes }), journey)
