import type { NodeShapes } from '@/engine/edit/nodeShapes'
import type { Journey } from '@/engine/journey'
import { blocks, type Drawing, laneKey, type PortEnd, slotKey } from './blocks'
import { laneTree } from './laneTree'
import { CARD, GAP, SLOT } from './measures'
import type { Picture, Placed, Route, Slot } from './picture'
import type { Box } from './shelf'

export interface Look {
  direction: 'ltr' | 'rtl'
  heightOf?: (nodeId: string) => number
}

/**
 * The picture of a journey, derived from the document alone: triggers on top, lanes side by side in the author's order,
 * joins below the tallest lane. Its cost is linear in steps and edges but for sorting ports.
 */
export function drawJourney(journey: Journey, shapes: NodeShapes, { direction, heightOf }: Look): Picture {
  const tree = laneTree(journey, shapes)
  const portsOf = endsByNode(journey, shapes)
  const cardOf = (nodeId: string) => ({ width: CARD.width, height: heightOf?.(nodeId) ?? CARD.height })
  const drawing: Drawing = { tree, cardOf, portsOf: (nodeId) => portsOf.get(nodeId) ?? [] }
  const boxes = blocks(drawing)
  const points = spread(tree.reading, boxes, direction === 'rtl' ? -1 : 1)
  const cards = new Map(tree.reading.map((id) => [id, corner(points.get(id), cardOf(id))]))
  const slots = tree.reading.flatMap((id) => slotsOf(id, drawing, points))
  return {
    cards,
    slots,
    routes: routesOf(drawing, { cards, points, direction }),
    order: tree.reading,
    height: boxes.get(undefined)?.height ?? 0,
  }
}

type Point = { x: number; y: number }

function endsByNode(journey: Journey, shapes: NodeShapes): Map<string, PortEnd[]> {
  const known = new Set(journey.nodes.map(({ id }) => id))
  const leading = new Map(journey.edges.map((edge) => [slotKey(edge.source, edge.sourceHandle), edge]))
  return new Map(
    journey.nodes.map((node) => [
      node.id,
      shapes.ports(node).map((port) => {
        const edge = leading.get(slotKey(node.id, port))
        return edge && known.has(edge.target) ? { port, edge } : { port }
      }),
    ]),
  )
}

/** Where the axis and the upper edge of everything lies, from the outermost box inwards. */
function spread(reading: readonly string[], boxes: ReadonlyMap<string | undefined, Box>, sign: 1 | -1) {
  const points = new Map<string, Point>()
  for (const id of [undefined, ...reading]) {
    const origin = (id !== undefined && points.get(id)) || { x: 0, y: 0 }
    for (const { key, x, y } of boxes.get(id)?.parts ?? []) {
      if (key !== 'card') points.set(key, { x: origin.x + sign * x, y: origin.y + y })
    }
  }
  return points
}

const corner = (point: Point = { x: 0, y: 0 }, { width, height }: { width: number; height: number }): Placed => ({
  x: point.x - width / 2,
  y: point.y,
  width,
  height,
})

function slotsOf(nodeId: string, { tree, portsOf }: Drawing, points: ReadonlyMap<string, Point>): Slot[] {
  return portsOf(nodeId).flatMap(({ port, edge }): Slot[] => {
    const id = slotKey(nodeId, port)
    if (!points.has(id)) return []
    const place = { id, source: nodeId, port, ...corner(points.get(id), SLOT) }
    return [edge && tree.back.has(edge.id) ? { ...place, jump: { edgeId: edge.id, target: edge.target } } : place]
  })
}

function routesOf(
  { tree, portsOf }: Drawing,
  {
    cards,
    points,
    direction,
  }: { cards: ReadonlyMap<string, Placed>; points: ReadonlyMap<string, Point>; direction: Look['direction'] },
): Map<string, Route> {
  const routes = new Map<string, Route>()
  for (const nodeId of tree.reading) {
    const ends = portsOf(nodeId)
    const card = cards.get(nodeId)
    if (!card) continue
    ends.forEach(({ port, edge }, index) => {
      const slot = slotKey(nodeId, port)
      const id = edge && !tree.back.has(edge.id) ? edge.id : slot
      const to = points.get(id === slot ? slot : (edge?.target ?? ''))
      if (!to) return
      const from = { x: card.x + card.width / 2 + portOffset(index, ends.length, direction), y: card.y + card.height }
      const lane = points.get(laneKey(id))
      const isOwnLane = id === slot || (edge !== undefined && tree.under.get(nodeId)?.lanes.includes(edge.target))
      routes.set(id, { id, from, to, isFork: ends.length > 1, column: lane?.x ?? (isOwnLane ? to.x : from.x) })
    })
  }
  return routes
}

/** Where on the lower edge of a card a port lies, seen from the middle. */
export function portOffset(index: number, count: number, direction: Look['direction']): number {
  const step = count > 1 ? Math.min(GAP.lane, (CARD.width - GAP.lane) / (count - 1)) : 0
  const offset = (index - (count - 1) / 2) * step
  return direction === 'rtl' ? -offset : offset
}
