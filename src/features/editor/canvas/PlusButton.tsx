import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cx } from '@/ui/cx'
import { pickAt } from '../commands/pickAfter'
import { useEditor, useEditorState } from '../store/EditorContext'

/** Puts a step into an edge, and is the place to drop one on. */
export function PlusButton({ edgeId }: { edgeId: string }) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const look = useEditorState(({ gesture }) => {
    if (gesture?.doing !== 'drag') return 'plain'
    if (gesture.zones.get(edgeId)?.obstacle !== undefined) return 'hidden'
    return gesture.over === edgeId ? 'over' : 'lit'
  })
  return (
    <button
      type="button"
      tabIndex={-1}
      data-place={edgeId}
      aria-label={t('canvas.insertHere')}
      onClick={() => pickAt(editor, { edgeId })}
      className={cx(
        'flex size-6 items-center justify-center rounded-full border transition-[scale,background-color]',
        look === 'plain' &&
          'scale-90 border-line bg-surface text-muted hover:scale-110 hover:border-accent hover:text-accent',
        look === 'lit' && 'scale-125 border-accent bg-accent-soft text-accent',
        look === 'over' && 'scale-150 border-accent bg-accent text-on-accent',
        look === 'hidden' && 'invisible',
      )}
    >
      <Plus aria-hidden className="size-3.5" />
    </button>
  )
}
