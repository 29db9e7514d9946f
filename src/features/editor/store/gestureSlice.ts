import type { Place } from '@/engine/edit/place'
import type { Zone } from '../gestures/zones'
import type { EditorSlice } from './editorState'

/** What is being dragged: a new step from the palette, or one that is there. */
export type Dragged = { type: string } | { nodeId: string }

/** Why each step cannot be led to; a step that is not named can. */
export type Targets = ReadonlyMap<string, string>

/** What the reader is in the middle of. */
export type Gesture =
  | { doing: 'pick'; place: Place; anchor: string }
  | { doing: 'drag'; what: Dragged; at: Point; zones: ReadonlyMap<string, Zone>; over: string | undefined }
  | { doing: 'wire'; source: string; port: string; from: Point; at: Point; targets: Targets; over: string | undefined }
  | { doing: 'connect'; nodeId: string; port: string }
  | { doing: 'move'; nodeId: string }
  | { doing: 'remove'; nodeId: string }

export interface Point {
  x: number
  y: number
}

export interface GestureSlice {
  gesture: Gesture | undefined
  begin: (gesture: Gesture) => void
  endGesture: () => void
}

export const createGestureSlice: EditorSlice<GestureSlice> = (set) => ({
  gesture: undefined,
  begin: (gesture) => set({ gesture }),
  endGesture: () => set({ gesture: undefined }),
})
