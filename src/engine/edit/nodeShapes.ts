import type { JourneyNode } from '../journey.ts'
import type { NodeType } from '../nodeType.ts'

/** All that edits ask about a node: its ports in the author's order, whether it lets contacts in, whether it may hold them. */
export interface NodeShapes {
  ports: (node: Pick<JourneyNode, 'type' | 'data'>) => readonly string[]
  isEntry: (node: Pick<JourneyNode, 'type'>) => boolean
  waits: (node: Pick<JourneyNode, 'type'>) => boolean
}

/** The shapes that a registry gives. A node whose type is unknown, or whose data does not parse, has no ports. */
export const shapesOf = (nodeTypes: Readonly<Record<string, NodeType>>): NodeShapes => ({
  ports({ type: name, data }) {
    const type = nodeTypes[name]
    const parsed = type?.data.safeParse(data)
    return type && parsed?.success ? type.ports(parsed.data) : []
  },
  isEntry: ({ type }) => nodeTypes[type]?.group === 'entry',
  waits: ({ type }) => nodeTypes[type]?.waits ?? false,
})
