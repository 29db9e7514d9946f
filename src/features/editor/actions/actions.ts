import {
  CornerDownRight,
  Eye,
  FlaskConical,
  type LucideIcon,
  Maximize,
  MoveVertical,
  Plus,
  Redo2,
  Trash2,
  Undo2,
  X,
} from 'lucide-react'
import { canvasOf, focusStep } from '../canvas/canvasHandle'
import { redo, undo } from '../commands/history'
import { openStep } from '../commands/openStep'
import { pickAt, placeAfter } from '../commands/pickAfter'
import { removeStep } from '../commands/removeStep'
import type { Editor } from '../store/EditorContext'
import { isKey } from './isKey'

export type ActionId = 'undo' | 'redo' | 'open' | 'add' | 'connect' | 'move' | 'remove' | 'close' | 'fit' | 'tryOut'

/** Something a reader can do, read by toolbar, menus and shortcuts alike. Its words are `action.<id>`. */
export interface Action {
  id: ActionId
  icon: LucideIcon
  /** How the shortcut is shown; `Mod` is Ctrl, or Command on a Mac. */
  keys: readonly string[]
  test: (event: KeyboardEvent) => boolean
  can: (editor: Editor) => boolean
  perform: (editor: Editor) => void
}

const selected = ({ store, world }: Editor) => {
  const { journey, selectedId } = store.getState()
  return selectedId === undefined ? undefined : world.indexOf(journey).nodes.get(selectedId)
}
const ports = (editor: Editor) => {
  const node = selected(editor)
  return node ? editor.world.shapes.ports(node) : []
}
const mayEdit = ({ world }: Editor) => !world.readOnly

export const actions: readonly Action[] = [
  {
    id: 'open',
    icon: Eye,
    keys: ['Enter'],
    test: isKey('Enter'),
    can: (editor) => selected(editor) !== undefined,
    perform: (editor) => {
      const node = selected(editor)
      if (node) openStep(editor, node.id)
    },
  },
  {
    id: 'add',
    icon: Plus,
    keys: ['A'],
    test: isKey('a'),
    can: (editor) => mayEdit(editor) && ports(editor).length > 0,
    perform: (editor) => {
      const node = selected(editor)
      const place = node && placeAfter(editor, node.id)
      if (place) pickAt(editor, place)
    },
  },
  {
    id: 'connect',
    icon: CornerDownRight,
    keys: ['C'],
    test: isKey('c'),
    can: (editor) => mayEdit(editor) && ports(editor).length > 0,
    perform: (editor) => {
      const node = selected(editor)
      const [port] = ports(editor)
      if (node && port !== undefined) editor.store.getState().begin({ doing: 'connect', nodeId: node.id, port })
    },
  },
  {
    id: 'move',
    icon: MoveVertical,
    keys: ['M'],
    test: isKey('m'),
    can: (editor) => {
      const node = selected(editor)
      return mayEdit(editor) && node !== undefined && !editor.world.shapes.isEntry(node)
    },
    perform: (editor) => {
      const node = selected(editor)
      if (node) editor.store.getState().begin({ doing: 'move', nodeId: node.id })
    },
  },
  {
    id: 'remove',
    icon: Trash2,
    keys: ['Delete'],
    test: isKey('Delete', 'Backspace'),
    can: (editor) => mayEdit(editor) && selected(editor) !== undefined,
    perform: (editor) => {
      const node = selected(editor)
      if (node) removeStep(editor, node.id)
    },
  },
  {
    id: 'undo',
    icon: Undo2,
    keys: ['Mod', 'Z'],
    test: isKey('mod+z'),
    can: (editor) => mayEdit(editor) && editor.store.getState().past.length > 0,
    perform: undo,
  },
  {
    id: 'redo',
    icon: Redo2,
    keys: ['Mod', 'Shift', 'Z'],
    test: isKey('mod+shift+z', 'mod+y'),
    can: (editor) => mayEdit(editor) && editor.store.getState().future.length > 0,
    perform: redo,
  },
  {
    id: 'close',
    icon: X,
    keys: ['Esc'],
    test: isKey('Escape'),
    can: (editor) => editor.store.getState().panel !== undefined,
    perform: (editor) => {
      const { closePanel, selectedId } = editor.store.getState()
      closePanel()
      focusStep(editor, selectedId)
    },
  },
  {
    id: 'fit',
    icon: Maximize,
    keys: ['Shift', '1'],
    test: (event) => event.shiftKey && event.code === 'Digit1',
    can: (editor) => canvasOf(editor) !== undefined,
    perform: (editor) => canvasOf(editor)?.fit(),
  },
  {
    id: 'tryOut',
    icon: FlaskConical,
    keys: ['T'],
    test: isKey('t'),
    // A published version is looked at with what really happened in it.
    can: ({ store }) => store.getState().numbers === undefined,
    perform: ({ store }) => store.getState().openPanel('simulator'),
  },
]

export function actionById(id: ActionId): Action {
  const action = actions.find((each) => each.id === id)
  if (!action) throw new Error(`No action "${id}"`)
  return action
}
