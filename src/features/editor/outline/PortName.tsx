import type { RowPort } from '../layout/outlineRows'
import { useEditor, useEditorState } from '../store/EditorContext'
import { useWords } from '../words/StepWordsContext'

/** The name of the lane that begins here. */
export function PortName({ at }: { at: RowPort }) {
  const { world } = useEditor()
  const words = useWords()
  const node = useEditorState(({ journey }) => world.indexOf(journey).nodes.get(at.nodeId))
  const name = node ? words.port(node, at.port) : ''
  return name === '' ? null : <p className="pb-1 font-medium text-muted text-xs">{name}</p>
}
