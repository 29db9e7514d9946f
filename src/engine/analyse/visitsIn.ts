import { shapesOf } from '../edit/nodeShapes.ts'
import type { Journey, JourneyEdge, JourneyNode } from '../journey.ts'
import type { NodeType } from '../nodeType.ts'
import { inCircles } from './components.ts'

type Registry = Readonly<Record<string, NodeType>>

interface Circle {
  ways: readonly JourneyEdge[]
  nodes: ReadonlyMap<string, JourneyNode>
  repeats: Journey['settings']['repeats']
  nodeTypes: Registry
}

/**
 * How often one passage comes to each step of a group that leads to itself, at most: a step that is counted as often as the journey
 * repeats, one that is not as often as those around it let it; and where jumps alone close the circle, once more than they jump.
 */
export function visitsIn(
  group: readonly string[],
  { ways, nodes, repeats, nodeTypes }: Circle,
): (id: string) => number {
  const inside = ways.filter(({ source, target }) => group.includes(source) && group.includes(target))
  const jumps = group.flatMap((id) => jumpsAtMost(nodes.get(id), nodeTypes))
  const shapes = shapesOf(nodeTypes)
  const drawn = inside.filter(({ source }) => {
    const node = nodes.get(source)
    return !node || shapes.jumpsTo(node) === undefined
  })
  const rounds = inCircles(group, drawn).size === 0 ? 1 + jumps.reduce((sum, most) => sum + most, 0) : repeats
  const counted = Math.min(repeats, rounds)
  const isCounted = (id: string) => {
    const type = nodeTypes[nodes.get(id)?.type ?? '']
    return type?.waits === true || type?.jumpsTo !== undefined
  }
  const others = 1 + group.filter(isCounted).length * counted
  return (id) => (isCounted(id) ? counted : others)
}

function jumpsAtMost(node: JourneyNode | undefined, nodeTypes: Registry): number[] {
  const type = nodeTypes[node?.type ?? '']
  const parsed = type?.jumpsAtMost && type.data.safeParse(node?.data)
  return parsed?.success && type?.jumpsAtMost ? [type.jumpsAtMost(parsed.data)] : []
}
