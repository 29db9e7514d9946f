import { type Edge, type Node, Position } from '@xyflow/react'
import type { Journey } from '@/engine/journey'
import type { Picture, Placed } from '../layout/picture'
import { slotById } from '../layout/slotById'

const nothing = {}

/** What React Flow needs to know: where things are and what joins them. All else the cards read themselves. */
export function flowElements(picture: Picture, journey: Journey, before: { nodes: Node[]; edges: Edge[] }) {
  const known = new Map(before.nodes.map((node) => [node.id, node]))
  const knownEdges = new Map(before.edges.map((edge) => [edge.id, edge]))
  const nodes = [
    ...[...picture.cards].map(([id, box]) => flowNode(id, 'step', box, known.get(id))),
    ...picture.slots.map((slot) => flowNode(slot.id, 'slot', slot, known.get(slot.id))),
  ]
  const leading = new Map(journey.edges.map((edge) => [edge.id, edge]))
  const slots = slotById(picture)
  const edges = [...picture.routes.keys()].flatMap((id): Edge[] => {
    const source = leading.get(id)?.source ?? slots.get(id)?.source
    if (source === undefined) return []
    return [flowEdge(id, source, leading.get(id)?.target ?? id, knownEdges.get(id))]
  })
  return { nodes, edges }
}

/** An unchanged thing stays the same object, which is how React Flow knows not to look at it again. */
function flowNode(id: string, type: string, { x, y, width, height }: Placed, before: Node | undefined): Node {
  const same = before?.position.x === x && before.position.y === y && before.width === width && before.height === height
  if (before && same) return before
  return {
    id,
    type,
    position: { x, y },
    width,
    height,
    data: nothing,
    // Without these React Flow draws every step once, in view or not, to measure where lines begin.
    handles: [
      { type: 'target', position: Position.Top, x: width / 2, y: 0, width: 1, height: 1 },
      { type: 'source', position: Position.Bottom, x: width / 2, y: height, width: 1, height: 1 },
    ],
  }
}

function flowEdge(id: string, source: string, target: string, before: Edge | undefined): Edge {
  if (before?.source === source && before.target === target) return before
  return { id, type: 'route', source, target, data: nothing }
}
