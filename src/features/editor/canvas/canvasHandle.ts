import type { Editor } from '../store/EditorContext'
import type { Point } from '../store/gestureSlice'

/** What commands and gestures may ask of whatever shows the journey: the canvas, or the outline on narrow screens. */
export interface CanvasHandle {
  /** Brings a step into view and gives it the keyboard; without one, the canvas itself gets it. */
  focusStep: (nodeId: string | undefined) => void
  /** Brings a step into view and leaves the keyboard where it is. */
  showStep: (nodeId: string) => void
  contains: (point: Point) => boolean
  /** From a point on the screen to one in the picture. */
  toPicture: (point: Point) => Point
  fit: () => void
}

const handles = new WeakMap<Editor, CanvasHandle>()

export const canvasOf = (editor: Editor): CanvasHandle | undefined => handles.get(editor)

export const focusStep = (editor: Editor, nodeId: string | undefined) => canvasOf(editor)?.focusStep(nodeId)

/** Answers how to step back again. */
export function handOverCanvas(editor: Editor, handle: CanvasHandle): () => void {
  handles.set(editor, handle)
  return () => {
    if (handles.get(editor) === handle) handles.delete(editor)
  }
}
