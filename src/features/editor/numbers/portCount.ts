import type { EditorState } from '../store/editorState'
import type { World } from '../store/world'

/** How many went on by the port of a line, of how many who came to its step. */
export function portCount({ journey, numbers }: EditorState, { indexOf }: World, edgeId: string | undefined) {
  const edge = indexOf(journey).edges.get(edgeId ?? '')
  if (!numbers || !edge) return undefined
  const tally = numbers.byNode.get(edge.source)
  return {
    nodeId: edge.source,
    port: edge.sourceHandle,
    count: tally?.left[edge.sourceHandle] ?? 0,
    of: tally?.arrived ?? 0,
  }
}
