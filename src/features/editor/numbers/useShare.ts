import { useEditor, useEditorState } from '../store/EditorContext'
import { portCount } from './portCount'

/** Which part of all who entered went along a line: its thickness. Nothing while numbers are not shown. */
export function useShare(edgeId: string | undefined): number | undefined {
  const { world } = useEditor()
  return useEditorState((state) => {
    const count = portCount(state, world, edgeId)
    if (!count || !state.numbers) return undefined
    const most = Math.max(state.numbers.entered, 1)
    return Math.min(1, count.count / most)
  })
}
