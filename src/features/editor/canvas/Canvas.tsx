import { useTranslation } from 'react-i18next'
import { handleKey } from '../actions/handleKey'
import { GestureGhost } from '../gestures/GestureGhost'
import { useEditor, useEditorState } from '../store/EditorContext'
import { EmptyCanvas } from './EmptyCanvas'
import { FlowCanvas } from './FlowCanvas'

/** The canvas as the keyboard meets it: one stop, arrow keys inside. */
export function Canvas() {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const isEmpty = useEditorState(({ journey }) => journey.nodes.length === 0)
  const isLit = useEditorState(
    ({ gesture }) => gesture?.doing === 'drag' && 'type' in gesture.what && editor.world.shapes.isEntry(gesture.what),
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      role="group"
      data-canvas
      tabIndex={-1}
      aria-label={t('canvas.label')}
      aria-describedby="canvas-keys"
      onKeyDown={(event) => handleKey(editor, event, { onCanvas: true })}
      className={`relative min-w-0 flex-1 bg-canvas outline-none ${isLit ? 'ring-2 ring-accent ring-inset' : ''}`}
    >
      <p id="canvas-keys" className="sr-only">
        {t('canvas.keys')}
      </p>
      <FlowCanvas />
      {isEmpty && <EmptyCanvas />}
      <GestureGhost />
    </div>
  )
}
