import type { LaneTree } from './laneTree'
import { GAP, LANE_WIDTH, SLOT } from './measures'
import { type Box, boxOf, inColumn, inRow } from './shelf'

/** A port as the picture needs it: where it leads, if anywhere, and by which edge. */
export interface PortEnd {
  port: string
  edge?: { id: string; target: string }
}

export interface Drawing {
  tree: LaneTree
  portsOf: (nodeId: string) => readonly PortEnd[]
  cardOf: (nodeId: string) => { width: number; height: number }
}

export const slotKey = (nodeId: string, port: string) => `slot ${nodeId} ${port}`
export const laneKey = (edgeId: string) => `lane ${edgeId}`

/** A box in the making: which steps and lanes it holds, by the key of each. */
interface Item {
  box: Box
  keys: readonly string[]
}

/** The box of every step with all that hangs under it; parts name steps, slots and empty lanes. */
export function blocks(drawing: Drawing): ReadonlyMap<string | undefined, Box> {
  const done = new Map<string | undefined, Box>()
  for (const nodeId of drawing.tree.reading.toReversed()) done.set(nodeId, block(nodeId, drawing, done))
  done.set(undefined, islands(drawing, done))
  return done
}

function block(nodeId: string, drawing: Drawing, done: ReadonlyMap<string | undefined, Box>): Box {
  const card = boxOf('card', drawing.cardOf(nodeId))
  const ports = drawing.portsOf(nodeId)
  const items = ports.flatMap((end) => laneItem(nodeId, end, { drawing, done, alone: ports.length === 1 }))
  const joined = joinLanes(nodeId, items, drawing, done)
  if (joined.length === 0) return card
  const gap = ports.length > 1 ? GAP.fork : GAP.row
  return inColumn(
    card,
    inRow(
      joined.map(({ box }) => box),
      GAP.lane,
    ),
    gap,
  )
}

function laneItem(
  nodeId: string,
  { port, edge }: PortEnd,
  { drawing, done, alone }: { drawing: Drawing; done: ReadonlyMap<string | undefined, Box>; alone: boolean },
): Item[] {
  const { tree } = drawing
  if (!edge || tree.back.has(edge.id)) {
    const key = slotKey(nodeId, port)
    return [{ box: boxOf(key, SLOT), keys: [key] }]
  }
  if (tree.under.get(nodeId)?.lanes.includes(edge.target)) {
    return [{ box: wrapped(edge.target, done), keys: [edge.target] }]
  }
  if (alone) return []
  const key = laneKey(edge.id)
  return [{ box: boxOf(key, { width: LANE_WIDTH, height: 0 }), keys: [key] }]
}

/** Sets every join below the lanes that lead to it; what stands between them comes along, so that the order is kept. */
function joinLanes(
  nodeId: string | undefined,
  lanes: readonly Item[],
  { tree }: Drawing,
  done: ReadonlyMap<string | undefined, Box>,
): Item[] {
  const items = [...lanes]
  for (const join of tree.under.get(nodeId)?.joins ?? []) {
    const keys = (tree.into.get(join) ?? []).map((edge) =>
      edge.source === nodeId ? laneKey(edge.id) : childHolding(nodeId, edge.source, tree),
    )
    const reached = items.flatMap((item, index) => (keys.some((key) => item.keys.includes(key)) ? [index] : []))
    const first = reached[0] ?? items.length
    const merged = items.slice(first, (reached.at(-1) ?? first) + 1)
    const below = wrapped(join, done)
    const box =
      merged.length === 0
        ? below
        : inColumn(
            inRow(
              merged.map((item) => item.box),
              GAP.lane,
            ),
            below,
            GAP.join,
          )
    items.splice(first, merged.length, { box, keys: [...merged.flatMap((item) => item.keys), join] })
  }
  return items
}

/** The direct child under which a step hangs, found by halving, as children lie in reading order. */
function childHolding(nodeId: string | undefined, inner: string, { under, span }: LaneTree): string {
  const { lanes = [], joins = [] } = under.get(nodeId) ?? {}
  const children = [...lanes, ...joins]
  const place = span.get(inner)?.from ?? 0
  let [low, high] = [0, children.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((span.get(children[middle] ?? '')?.from ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return children[low] ?? inner
}

function islands(drawing: Drawing, done: ReadonlyMap<string | undefined, Box>): Box {
  const lanes = drawing.tree.starts.map((id): Item => ({ box: wrapped(id, done), keys: [id] }))
  const joined = joinLanes(undefined, lanes, drawing, done)
  return joined.length === 0
    ? { before: 0, after: 0, height: 0, parts: [] }
    : inRow(
        joined.map(({ box }) => box),
        GAP.island,
      )
}

/** A finished block as one part of the block around it. */
function wrapped(nodeId: string, done: ReadonlyMap<string | undefined, Box>): Box {
  const { before, after, height } = done.get(nodeId) ?? { before: 0, after: 0, height: 0 }
  return { before, after, height, parts: [{ key: nodeId, x: 0, y: 0 }] }
}
