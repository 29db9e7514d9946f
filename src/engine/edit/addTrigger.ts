import type { Journey, JourneyNode } from '../journey.ts'
import { edgesOutOf } from './edges.ts'
import type { NewId } from './newId.ts'
import type { NodeShapes } from './nodeShapes.ts'

/** Adds another way in. It leads where the first trigger leads; the very first one leads to the first step without a way in. */
export function addTrigger(
  journey: Journey,
  { node, shapes, newId }: { node: JourneyNode; shapes: NodeShapes; newId: NewId },
): Journey {
  const [port] = shapes.ports(node)
  const target = firstStep(journey, shapes)
  const lastEntry = journey.nodes.findLastIndex((each) => shapes.isEntry(each))
  return {
    ...journey,
    nodes: journey.nodes.toSpliced(lastEntry + 1, 0, node),
    edges:
      port === undefined || target === undefined
        ? journey.edges
        : [...journey.edges, { id: newId('e'), source: node.id, sourceHandle: port, target }],
  }
}

function firstStep(journey: Journey, shapes: NodeShapes): string | undefined {
  const entry = journey.nodes.find((node) => shapes.isEntry(node))
  if (entry) return edgesOutOf(journey, entry.id, shapes.ports(entry))[0]?.target
  const targets = new Set(journey.edges.map(({ target }) => target))
  return journey.nodes.find(({ id }) => !targets.has(id))?.id
}
