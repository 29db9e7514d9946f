import { Locate } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEditor, useEditorState } from '../store/EditorContext'
import { useSentence } from '../words/useSentence'
import { focusStep } from './canvasHandle'

/** Leads the eye from a jump to the step it goes to. */
export function JumpMark({ nodeId }: { nodeId: string }) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const { indexOf, shapes } = editor.world
  const target = useEditorState(({ journey, panel, numbers }) => {
    // The corner then belongs to where somebody was, or how many.
    if (panel === 'simulator' || numbers) return undefined
    const { nodes } = indexOf(journey)
    const node = nodes.get(nodeId)
    return nodes.get((node && shapes.jumpsTo(node)) ?? '')
  })
  const step = useSentence(target)
  if (!target) return null
  const label = t('canvas.showStep', { step })
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={() => focusStep(editor, target.id)}
      className="absolute end-1.5 bottom-1.5 rounded-sm p-1 text-muted hover:bg-subtle hover:text-ink"
    >
      <Locate aria-hidden className="size-4" />
    </button>
  )
}
