import { closeMessages } from './analyse/closeMessages.ts'
import { deadPaths } from './analyse/deadPaths.ts'
import { liveEdges } from './analyse/liveEdges.ts'
import { flowOrder } from './edit/flowOrder.ts'
import { jumpsIn } from './edit/jumps.ts'
import { shapesOf } from './edit/nodeShapes.ts'
import type { Journey, JourneyEdge } from './journey.ts'
import type { CheckContext, NodeType } from './nodeType.ts'
import type { Problem } from './problem.ts'
import { graphProblems } from './validate/graphProblems.ts'
import { instantCycles } from './validate/instantCycles.ts'
import { nodeProblems, readableNodes } from './validate/nodeProblems.ts'
import { settingsProblems } from './validate/settingsProblems.ts'

/**
 * Everything wrong with a journey, in the order of its steps as stored. It may be published when nothing here blocks.
 * Editor and server call this same function.
 */
export function validate(
  journey: Journey,
  nodeTypes: Readonly<Record<string, NodeType>>,
  context: CheckContext,
): Problem[] {
  const shapes = shapesOf(nodeTypes)
  const readable = readableNodes(journey, nodeTypes, context)
  const dead = deadPaths(journey, { flow: flowOrder(journey, shapes), nodeTypes })
  const edges = liveEdges(journey, { shapes, dead })
  const circles = instantCycles(journey, shapes)
  const circling = new Set(circles.map(({ nodeId }) => nodeId))
  const close = closeMessages(journey, { edges, shapes, nodeTypes }).filter(({ nodeId }) => !circling.has(nodeId))
  return repairable(jumpsIn(journey, shapes), [
    ...settingsProblems(journey.settings),
    ...nodeProblems(journey, nodeTypes, context),
    ...graphProblems(journey, { shapes, readable }),
    ...circles,
    ...dead,
    ...close,
  ])
}

/**
 * Where nothing leads, what a repair adds would be just as lost: there only being lost itself can be mended. A step that a
 * jump leads to cannot just go.
 */
function repairable(jumps: readonly JourneyEdge[], problems: readonly Problem[]): Problem[] {
  const orphans = new Set(problems.filter(({ code }) => code === 'orphan').map(({ nodeId }) => nodeId))
  const jumpedTo = new Set(jumps.map(({ target }) => target))
  return problems.map((problem) => {
    if (problem.code === 'orphan' || !problem.repair) return problem
    const isNeeded = problem.repair.do === 'removeStep' && jumpedTo.has(problem.repair.nodeId)
    if (!isNeeded && !orphans.has(problem.nodeId)) return problem
    const { repair, ...rest } = problem
    return rest
  })
}

/** Says whether nothing keeps a journey with these problems from being published. */
export const mayPublish = (problems: readonly Problem[]): boolean =>
  !problems.some(({ severity }) => severity === 'blocks')
