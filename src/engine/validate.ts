import { shapesOf } from './edit/nodeShapes.ts'
import type { Journey } from './journey.ts'
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
  return [
    ...settingsProblems(journey.settings),
    ...nodeProblems(journey, nodeTypes, context),
    ...graphProblems(journey, { shapes, readable }),
    ...instantCycles(journey, shapes),
  ]
}

/** Says whether nothing keeps a journey with these problems from being published. */
export const mayPublish = (problems: readonly Problem[]): boolean =>
  !problems.some(({ severity }) => severity === 'blocks')
