import { useEditor, useEditorState } from '../store/EditorContext'

/** The canvas is one stop for the Tab key: the selected step, or the first one. */
export function useIsTabStop(nodeId: string): boolean {
  const { world } = useEditor()
  return useEditorState(({ selectedId, journey }) =>
    selectedId === undefined ? world.pictureOf(journey, 'ltr').order[0] === nodeId : selectedId === nodeId,
  )
}
