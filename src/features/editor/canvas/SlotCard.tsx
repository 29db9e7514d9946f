import { CornerLeftUp, Plus } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '@/ui/cx'
import { pickAt } from '../commands/pickAfter'
import type { Slot } from '../layout/picture'
import { slotById } from '../layout/slotById'
import { type Editor, useEditor, useEditorState, usePicture } from '../store/EditorContext'
import { useDirection } from '../store/useDirection'
import { useWords } from '../words/StepWordsContext'
import { focusStep } from './canvasHandle'

const frame =
  'nopan pointer-events-auto flex size-full items-center justify-center gap-1.5 rounded-md border border-dashed px-2 text-xs transition-colors '

/** The free end of a port: a place to add a step, or the stub of a jump back. */
export const SlotCard = memo(function SlotCard({ id }: { id: string }) {
  const slot = usePicture((picture) => slotById(picture).get(id))
  const editor = useEditor()
  if (!slot) return null
  if (slot.jump) return <JumpStub editor={editor} target={slot.jump.target} />
  return editor.world.readOnly ? <PathEnd /> : <AddHere editor={editor} slot={slot} />
})

function AddHere({ editor, slot }: { editor: Editor; slot: Slot }) {
  const { t } = useTranslation('editor')
  const direction = useDirection()
  const look = useEditorState(({ gesture }) => {
    if (gesture?.doing !== 'drag') return 'plain'
    if (gesture.zones.get(slot.id)?.obstacle !== undefined) return 'faded'
    return gesture.over === slot.id ? 'over' : 'lit'
  })
  return (
    <button
      type="button"
      dir={direction}
      tabIndex={-1}
      data-place={slot.id}
      onClick={() => pickAt(editor, { source: slot.source, port: slot.port })}
      className={cx(
        frame,
        look === 'plain' && 'border-line-strong bg-canvas text-muted hover:border-accent hover:text-accent',
        look === 'lit' && 'border-accent bg-accent-soft text-accent',
        look === 'over' && 'border-accent border-solid bg-accent text-on-accent',
        look === 'faded' && 'opacity-40',
      )}
    >
      <Plus aria-hidden className="size-3.5" />
      {t('canvas.addStep')}
    </button>
  )
}

function JumpStub({ editor, target }: { editor: Editor; target: string }) {
  const { t } = useTranslation('editor')
  const words = useWords()
  const direction = useDirection()
  const node = useEditorState(({ journey }) => editor.world.indexOf(journey).nodes.get(target))
  const number = usePicture(({ order }) => order.indexOf(target) + 1)
  return (
    <button
      type="button"
      dir={direction}
      tabIndex={-1}
      onClick={() => focusStep(editor, target)}
      className={cx(frame, 'border-solid border-line bg-subtle text-ink hover:border-line-strong')}
    >
      <CornerLeftUp aria-hidden className="size-3.5 shrink-0 rtl:-scale-x-100" />
      <span className="truncate">{t('canvas.backTo', { number, step: node ? words.sentence(node) : '' })}</span>
    </button>
  )
}

function PathEnd() {
  const { t } = useTranslation('editor')
  return <div className={cx(frame, 'border-line text-muted')}>{t('canvas.pathEnds')}</div>
}
