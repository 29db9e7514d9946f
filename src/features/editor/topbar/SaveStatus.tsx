import { Check, CloudOff, type LucideIcon, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/Button'
import { cx } from '@/ui/cx'
import { Spinner } from '@/ui/Spinner'
import { useEditorState } from '../store/EditorContext'
import type { SaveState } from '../store/savingSlice'

const icons: Partial<Record<SaveState, LucideIcon>> = {
  saved: Check,
  retrying: CloudOff,
  refused: TriangleAlert,
  conflict: TriangleAlert,
}

/** Whether the draft is safe. */
export function SaveStatus() {
  const { t } = useTranslation('editor')
  const saveState = useEditorState((state) => state.saveState)
  const ask = useEditorState((state) => state.askAboutConflict)
  const Icon = icons[saveState]
  const isTrouble = saveState === 'retrying' || saveState === 'refused' || saveState === 'conflict'
  return (
    <span
      role="status"
      className={cx('inline-flex items-center gap-1.5 text-xs', isTrouble ? 'font-medium text-warning' : 'text-muted')}
    >
      {Icon ? <Icon aria-hidden className="size-3.5" /> : <Spinner className="size-3.5" />}
      {t(`save.${saveState}`)}
      {saveState === 'conflict' && (
        <Button size="sm" onClick={() => ask(true)}>
          {t('conflict.show')}
        </Button>
      )}
    </span>
  )
}
