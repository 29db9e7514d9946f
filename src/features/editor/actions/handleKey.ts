import type { Editor } from '../store/EditorContext'
import { actions } from './actions'
import { navigate } from './navigate'

const everywhere = new Set(['undo', 'redo', 'close'])

/** Performs what a key means: on the canvas everything, elsewhere in the editor only undo, redo and Escape. */
export function handleKey(editor: Editor, event: React.KeyboardEvent, { onCanvas }: { onCanvas: boolean }) {
  if (event.defaultPrevented || isTyping(event) || isElsewhere(event)) return
  const action = actions.find((each) => (onCanvas || everywhere.has(each.id)) && each.test(event.nativeEvent))
  if (action?.can(editor)) {
    event.preventDefault()
    action.perform(editor)
  } else if (action && onCanvas && action.id !== 'close') {
    editor.store.getState().announce({ code: 'cannot', reason: 'notHere' })
  } else if (onCanvas && !event.ctrlKey && !event.metaKey && !event.altKey && navigate(editor, event.key)) {
    event.preventDefault()
  }
}

/** In a field the keys belong to the field; Escape leaves it for the panel's own handling. */
function isTyping({ target, key }: React.KeyboardEvent): boolean {
  if (key === 'Escape' || !(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input, textarea, select')
}

/** React hands on what happens in a dialog as if it lay inside the component that opened it; there the keys are the dialog's. */
const isElsewhere = ({ currentTarget, target }: React.KeyboardEvent): boolean =>
  target instanceof Node && !currentTarget.contains(target)
