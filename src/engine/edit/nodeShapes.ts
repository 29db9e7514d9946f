import type { JourneyNode } from '../journey.ts'
import type { NodeType } from '../nodeType.ts'

/** All that edits ask about a node: its ports in the author's order, whether it lets contacts in, whether it may hold them. */
export interface NodeShapes {
  ports: (node: Pick<JourneyNode, 'type' | 'data'>) => readonly string[]
  isEntry: (node: Pick<JourneyNode, 'type'>) => boolean
  waits: (node: Pick<JourneyNode, 'type'>) => boolean
}

type Registry = Readonly<Record<string, NodeType>>

const known = new WeakMap<Registry, NodeShapes>()

/**
 * The shapes that a registry gives. A node whose type is unknown, or whose data does not parse, has no ports.
 * Everybody asks for ports and reading a message's texts to learn them is dear, so each data object is read once.
 */
export function shapesOf(nodeTypes: Registry): NodeShapes {
  const before = known.get(nodeTypes)
  if (before) return before
  const shapes: NodeShapes = {
    ports: rememberedPorts(nodeTypes),
    isEntry: ({ type }) => nodeTypes[type]?.group === 'entry',
    waits: ({ type }) => nodeTypes[type]?.waits ?? false,
  }
  known.set(nodeTypes, shapes)
  return shapes
}

function rememberedPorts(nodeTypes: Registry): NodeShapes['ports'] {
  const byData = new WeakMap<JourneyNode['data'], { type: string; ports: readonly string[] }>()
  return ({ type, data }) => {
    const before = byData.get(data)
    if (before?.type === type) return before.ports
    const ports = portsOf(nodeTypes[type], data)
    byData.set(data, { type, ports })
    return ports
  }
}

function portsOf(type: NodeType | undefined, data: unknown): readonly string[] {
  const parsed = type?.data.safeParse(data)
  return type && parsed?.success ? type.ports(parsed.data) : []
}
