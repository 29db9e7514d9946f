import { FlaskConical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/Button'
import { Tooltip } from '@/ui/Tooltip'
import { actionById } from '../actions/actions'
import { Shortcut } from '../actions/Shortcut'
import { useEditor, useEditorState } from '../store/EditorContext'

export function TryOutButton() {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const isOpen = useEditorState(({ panel }) => panel === 'simulator')
  const action = actionById('tryOut')
  return (
    <Tooltip text={t('action.tryOut')} shortcut={<Shortcut keys={action.keys} />}>
      <Button
        icon={FlaskConical}
        aria-pressed={isOpen}
        className={isOpen ? 'border-accent! bg-accent-soft! text-accent!' : ''}
        onClick={() => (isOpen ? actionById('close') : action).perform(editor)}
      >
        {t('action.tryOut')}
      </Button>
    </Tooltip>
  )
}
