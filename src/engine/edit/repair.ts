import { z } from 'zod'
import { type Journey, type JourneyNode, nodeById } from '../journey.ts'
import type { NodeType } from '../nodeType.ts'
import type { Repair } from '../repair.ts'
import { addAfterPort } from './addAfterPort.ts'
import { disconnect } from './disconnect.ts'
import { dropNodes } from './dropNodes.ts'
import { waysIn } from './jumps.ts'
import type { NewId } from './newId.ts'
import { type NodeShapes, shapesOf } from './nodeShapes.ts'
import { reachableFrom } from './reach.ts'
import { removeNode } from './removeNode.ts'
import { setNodeData } from './setNodeData.ts'

const nodeData = z.record(z.string(), z.unknown())

interface Tools {
  nodeTypes: Readonly<Record<string, NodeType>>
  newId: NewId
  /** A fresh step's data, or nothing for an unknown type. */
  blankOf: (type: string) => JourneyNode['data'] | undefined
}

/** Mends a problem as it offers to. Nothing changes where the place is no longer there. */
export function repair(journey: Journey, wanted: Repair, tools: Tools): Journey {
  const shapes = shapesOf(tools.nodeTypes)
  switch (wanted.do) {
    case 'addExit': {
      const node = fresh('exit', tools)
      const { nodeId, port } = wanted
      return node ? addAfterPort(journey, { source: nodeId, port, node, shapes, newId: tools.newId }) : journey
    }
    case 'insertWait':
      return insertWait(journey, wanted, tools)
    case 'removeConnection':
      return disconnect(journey, wanted.edgeId)
    case 'removePath':
      return removePath(journey, wanted, { nodeTypes: tools.nodeTypes, shapes })
    case 'removeStep':
      return removeStep(journey, wanted, shapes)
  }
}

function fresh(type: string, { newId, blankOf }: Tools): JourneyNode | undefined {
  const data = blankOf(type)
  return data && { id: newId('n'), type, data }
}

/** One wait before a step; the given edges lead through it, all others still straight to the step. */
function insertWait(journey: Journey, { before, edgeIds }: Repair & { do: 'insertWait' }, tools: Tools): Journey {
  const wait = fresh('wait', tools)
  const [port] = wait ? shapesOf(tools.nodeTypes).ports(wait) : []
  const led = journey.edges.filter(({ id, target }) => target === before && edgeIds.includes(id))
  if (!wait || port === undefined || led.length === 0) return journey
  return {
    ...journey,
    nodes: [...journey.nodes, wait],
    edges: [
      ...journey.edges.map((edge) => (led.includes(edge) ? { ...edge, target: wait.id } : edge)),
      { id: tools.newId('e'), source: wait.id, sourceHandle: port, target: before },
    ],
  }
}

/** Takes a path out of a step, together with the steps that only it led to. */
function removePath(
  journey: Journey,
  { nodeId, port }: Repair & { do: 'removePath' },
  { nodeTypes, shapes }: { nodeTypes: Tools['nodeTypes']; shapes: NodeShapes },
): Journey {
  const node = nodeById(journey, nodeId)
  const type = nodeTypes[node?.type ?? '']
  const parsed = type?.data.safeParse(node?.data)
  const left = parsed?.success ? type?.withoutPort?.(parsed.data, port) : undefined
  const data = nodeData.safeParse(left)
  if (!data.success) return journey
  const without = setNodeData(journey, { nodeId, data: data.data, shapes })
  return withoutCutOff(journey, without, shapes)
}

const removeStep = (
  journey: Journey,
  { nodeId, keepPort }: Repair & { do: 'removeStep' },
  shapes: NodeShapes,
): Journey =>
  keepPort === undefined
    ? dropNodes(journey, new Set([nodeId]))
    : withoutCutOff(journey, removeNode(journey, { nodeId, keepPort, shapes }), shapes)

/** An edit without the steps that a trigger led to before, and none leads to any more. */
function withoutCutOff(before: Journey, after: Journey, shapes: NodeShapes): Journey {
  const entries = before.nodes.filter((each) => shapes.isEntry(each)).map(({ id }) => id)
  const still = reachableFrom({ edges: waysIn(after, shapes) }, entries)
  const was = reachableFrom({ edges: waysIn(before, shapes) }, entries)
  return dropNodes(after, new Set([...was].filter((id) => !still.has(id))))
}
