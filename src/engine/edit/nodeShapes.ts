import type { JourneyNode } from '../journey.ts'
import type { NodeType } from '../nodeType.ts'

/** All that edits ask about a node: its ports in the author's order, whether it lets contacts in, always holds them for a time, and where it jumps. */
export interface NodeShapes {
  ports: (node: Pick<JourneyNode, 'type' | 'data'>) => readonly string[]
  isEntry: (node: Pick<JourneyNode, 'type'>) => boolean
  waits: (node: Pick<JourneyNode, 'type' | 'data'>) => boolean
  jumpsTo: (node: Pick<JourneyNode, 'type' | 'data'>) => string | undefined
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
    ports: remembered(nodeTypes, portsOf),
    isEntry: ({ type }) => nodeTypes[type]?.group === 'entry',
    waits: remembered(nodeTypes, alwaysHolds),
    jumpsTo: remembered(nodeTypes, targetOf),
  }
  known.set(nodeTypes, shapes)
  return shapes
}

/** Data objects are replaced, never changed, so what was read from one stays true. */
function remembered<Read>(nodeTypes: Registry, read: (type: NodeType | undefined, data: unknown) => Read) {
  const byData = new WeakMap<JourneyNode['data'], { type: string; found: Read }>()
  return ({ type, data }: Pick<JourneyNode, 'type' | 'data'>): Read => {
    const before = byData.get(data)
    if (before?.type === type) return before.found
    const found = read(nodeTypes[type], data)
    byData.set(data, { type, found })
    return found
  }
}

function portsOf(type: NodeType | undefined, data: unknown): readonly string[] {
  const parsed = type?.data.safeParse(data)
  return type && parsed?.success ? type.ports(parsed.data) : []
}

function targetOf(type: NodeType | undefined, data: unknown): string | undefined {
  const parsed = type?.jumpsTo && type.data.safeParse(data)
  return parsed?.success ? type?.jumpsTo?.(parsed.data) : undefined
}

function alwaysHolds(type: NodeType | undefined, data: unknown): boolean {
  if (!type?.waits || !type.mayPass) return type?.waits ?? false
  const parsed = type.data.safeParse(data)
  return !parsed.success || !type.mayPass(parsed.data)
}
