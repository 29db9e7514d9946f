import type { EditorState } from '../store/editorState'

/** Whether the simulated contact stands at a step or has been there. Marked only while the simulator is open. */
export function placeOnTrail({ panel, trail }: EditorState, nodeId: string): 'current' | 'visited' | undefined {
  if (panel !== 'simulator' || !trail) return undefined
  if (trail.current === nodeId) return 'current'
  return trail.visited.has(nodeId) ? 'visited' : undefined
}

/** Whether the simulated contact went along a line. */
export const isOnTrail = ({ panel, trail }: EditorState, edgeId: string | undefined): boolean =>
  panel === 'simulator' && edgeId !== undefined && (trail?.edges.has(edgeId) ?? false)
