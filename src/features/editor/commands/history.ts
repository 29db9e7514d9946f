import { nodeById } from '@/engine/journey'
import { focusStep } from '../canvas/canvasHandle'
import type { Change } from '../store/documentSlice'
import type { Editor } from '../store/EditorContext'

export function undo(editor: Editor) {
  const last = editor.store.getState().past.at(-1)
  if (!last) return
  editor.store.getState().undo()
  settle(editor)
  editor.store.getState().announce({ code: 'undid', change: last.change })
}

/** Undoes one change, unless others have come after it or it is undone already. */
export function undoChange(editor: Editor, change: Change) {
  if (editor.store.getState().past.at(-1)?.change === change) undo(editor)
  else editor.store.getState().announce({ code: 'cannot', reason: 'missing' })
}

export function redo(editor: Editor) {
  const next = editor.store.getState().future.at(-1)
  if (!next) return
  editor.store.getState().redo()
  settle(editor)
  editor.store.getState().announce({ code: 'redid', change: next.change })
}

/** A selected step may be gone now; then the first one takes over, so that the keyboard is never nowhere. */
function settle(editor: Editor) {
  const { journey, selectedId, select, closePanel, endGesture } = editor.store.getState()
  endGesture()
  if (selectedId === undefined || nodeById(journey, selectedId)) return
  closePanel()
  const first = journey.nodes[0]?.id
  select(first)
  focusStep(editor, first)
}
