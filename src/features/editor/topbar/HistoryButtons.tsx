import { useTranslation } from 'react-i18next'
import { IconButton } from '@/ui/IconButton'
import { actionById } from '../actions/actions'
import { Shortcut } from '../actions/Shortcut'
import { useEditor, useEditorState } from '../store/EditorContext'
import { useChangeText } from '../words/useChangeText'

/** Undo and redo, each saying what it is about. */
export function HistoryButtons() {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const changeText = useChangeText()
  const last = useEditorState(({ past }) => past.at(-1)?.change)
  const next = useEditorState(({ future }) => future.at(-1)?.change)
  const [undo, redo] = [actionById('undo'), actionById('redo')]
  return (
    <div className="flex">
      <IconButton
        label={last ? t('bar.undo', { change: changeText(last) }) : t('action.undo')}
        icon={undo.icon}
        mirrored
        shortcut={<Shortcut keys={undo.keys} />}
        disabled={!last}
        onClick={() => undo.perform(editor)}
      />
      <IconButton
        label={next ? t('bar.redo', { change: changeText(next) }) : t('action.redo')}
        icon={redo.icon}
        mirrored
        shortcut={<Shortcut keys={redo.keys} />}
        disabled={!next}
        onClick={() => redo.perform(editor)}
      />
    </div>
  )
}
