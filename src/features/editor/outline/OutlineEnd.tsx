import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { pickAt } from '../commands/pickAfter'
import { slotKey } from '../layout/blocks'
import type { RowPort } from '../layout/outlineRows'
import { useEditor } from '../store/EditorContext'
import { PortName } from './PortName'

/** A free end: a place to add a step. */
export function OutlineEnd({ at }: { at: RowPort }) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  return (
    <>
      <PortName at={at} />
      {editor.world.readOnly ? (
        <p className="text-muted text-sm">{t('canvas.pathEnds')}</p>
      ) : (
        <button
          type="button"
          tabIndex={-1}
          data-place={slotKey(at.nodeId, at.port)}
          onClick={() => pickAt(editor, { source: at.nodeId, port: at.port })}
          className="flex h-9 w-full items-center justify-center gap-1.5 rounded-md border border-line-strong border-dashed text-muted text-xs"
        >
          <Plus aria-hidden className="size-3.5" />
          {t('canvas.addStep')}
        </button>
      )}
    </>
  )
}
