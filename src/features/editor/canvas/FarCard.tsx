import { cx } from '@/ui/cx'
import { IconTile } from '@/ui/IconTile'
import { openStep } from '../commands/openStep'
import { useEditor, useEditorState } from '../store/EditorContext'
import { useStepLabel } from '../words/StepLabels'
import { useWords } from '../words/StepWordsContext'
import { useIsTabStop } from './useIsTabStop'

/** A step seen from afar, where no word could be read: its kind, and whether it is the selected one. */
export function FarCard({ nodeId }: { nodeId: string }) {
  const editor = useEditor()
  const words = useWords()
  const label = useStepLabel(nodeId)
  const type = useEditorState(({ journey }) => editor.world.indexOf(journey).nodes.get(nodeId)?.type)
  const isSelected = useEditorState(({ selectedId }) => selectedId === nodeId)
  const isTabStop = useIsTabStop(nodeId)
  if (type === undefined) return null
  return (
    <button
      type="button"
      data-step={nodeId}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={label}
      onClick={() => openStep(editor, nodeId)}
      onFocus={() => editor.store.getState().select(nodeId)}
      className={cx(
        'nopan pointer-events-auto flex size-full items-center justify-center rounded-lg border-2 bg-surface',
        isSelected ? 'border-accent' : 'border-line',
      )}
    >
      <IconTile icon={words.icon(type)} tone={words.group(type)} size="lg" />
    </button>
  )
}
