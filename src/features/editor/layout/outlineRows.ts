import type { NodeShapes } from '@/engine/edit/nodeShapes'
import type { Journey } from '@/engine/journey'
import { slotKey } from './blocks'
import { laneTree } from './laneTree'

/** The port that leads to a row, where that says something: the lane of a fork, or a free end. */
export interface RowPort {
  nodeId: string
  port: string
}

/** A line of the outline: a step, with how deep its lane lies, or the free end of a port. */
export type OutlineRow =
  | { kind: 'step'; nodeId: string; depth: number; lane: RowPort | undefined }
  | { kind: 'end'; at: RowPort; depth: number }

/** The journey as a list in reading order; lanes lie one deeper than their fork and the step where they join. */
export function outlineRows(journey: Journey, shapes: NodeShapes): OutlineRow[] {
  const tree = laneTree(journey, shapes)
  const nodes = new Map(journey.nodes.map((node) => [node.id, node]))
  const leading = new Map(journey.edges.map((edge) => [slotKey(edge.source, edge.sourceHandle), edge]))
  const rows: OutlineRow[] = []

  const visit = (nodeId: string, depth: number, lane: RowPort | undefined) => {
    rows.push({ kind: 'step', nodeId, depth, lane })
    const node = nodes.get(nodeId)
    const ports = node ? shapes.ports(node) : []
    const { lanes = [], joins = [] } = tree.under.get(nodeId) ?? {}
    const isFork = ports.length > 1
    for (const port of ports) {
      const edge = leading.get(slotKey(nodeId, port))
      const at = { nodeId, port }
      if (!edge) rows.push({ kind: 'end', at, depth: isFork ? depth + 1 : depth })
      else if (lanes.includes(edge.target)) visit(edge.target, isFork ? depth + 1 : depth, isFork ? at : undefined)
    }
    for (const join of joins) visit(join, depth, undefined)
  }
  const { lanes = [], joins = [] } = tree.under.get(undefined) ?? {}
  for (const start of [...lanes, ...joins]) visit(start, 0, undefined)
  return rows
}
