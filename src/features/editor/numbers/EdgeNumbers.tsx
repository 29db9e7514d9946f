import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { Tooltip } from '@/ui/Tooltip'
import { useEditor, useEditorState } from '../store/EditorContext'
import { useDirection } from '../store/useDirection'
import { portCount } from './portCount'
import { useFormat } from './useFormat'

/** How many went on along a line, and which part of those who came to its step. */
export function EdgeNumbers({ edgeId }: { edgeId: string | undefined }) {
  const { t } = useTranslation('editor')
  const { store, world } = useEditor()
  const format = useFormat()
  const direction = useDirection()
  const found = useEditorState(useShallow((state) => portCount(state, world, edgeId)))
  if (!found) return null
  const { nodeId, port, count, of } = found
  const meaning = t('numbers.meaning.left', { part: format.count(count), whole: format.count(of) })
  return (
    <Tooltip text={meaning}>
      <button
        type="button"
        dir={direction}
        tabIndex={-1}
        onClick={() => {
          const { numbers, select, showPeople } = store.getState()
          select(nodeId)
          showPeople({ version: numbers?.version ?? 1, metric: 'left', nodeId, detail: port })
        }}
        className="inline-flex items-baseline gap-1 whitespace-nowrap rounded-full border border-line bg-surface px-2 text-2xs leading-4.5 hover:border-accent"
      >
        <span className="font-semibold tabular-nums">{format.count(count)}</span>
        <span className="text-muted tabular-nums">{format.share(count, of)}</span>
      </button>
    </Tooltip>
  )
}
