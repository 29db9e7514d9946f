import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { Picture } from '../layout/picture'
import type { EditorStore } from './createEditorStore'
import type { EditorState } from './editorState'
import { useDirection } from './useDirection'
import type { World } from './world'

/** One open editor: its store and its world. The object stays the same for as long as the editor is open. */
export interface Editor {
  store: EditorStore
  world: World
}

const Context = createContext<Editor | undefined>(undefined)

export const EditorProvider = ({ editor, children }: { editor: Editor; children: ReactNode }) => (
  <Context value={editor}>{children}</Context>
)

export function useEditor(): Editor {
  const editor = useContext(Context)
  if (!editor) throw new Error('Used outside an editor')
  return editor
}

/** Reads the open editor's state; the component renders again only when the answer changes. */
export const useEditorState = <Answer,>(select: (state: EditorState) => Answer): Answer =>
  useStore(useEditor().store, select)

/** Reads from the picture of the journey as it is now. */
export function usePicture<Answer>(select: (picture: Picture) => Answer): Answer {
  const { world } = useEditor()
  const direction = useDirection()
  return useEditorState(({ journey }) => select(world.pictureOf(journey, direction)))
}
