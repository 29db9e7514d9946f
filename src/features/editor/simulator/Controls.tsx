import { AlarmClock, ArrowDown, Pause, Play, SkipBack } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Simulation } from '@/engine/simulate'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { canvasOf } from '../canvas/canvasHandle'
import { useEditor, useEditorState } from '../store/EditorContext'
import { afterNextWake, lengthOf } from './trail'

const PACE_MS = 1000
/** Still there at the end, so that the keyboard does not lose its place. */
const atRest = 'aria-disabled:cursor-not-allowed aria-disabled:opacity-50'

/** Plays the path, row by row, by itself or by hand. The canvas follows. */
export function Controls({ simulation }: { simulation: Simulation & { do: 'ran' } }) {
  const { t } = useTranslation('simulator')
  const editor = useEditor()
  const shown = useEditorState((state) => state.shown)
  const current = useEditorState(({ trail }) => trail?.current)
  const [plays, setPlays] = useState(false)
  const isOver = shown >= lengthOf(simulation)
  const { showUpTo } = editor.store.getState()
  useEffect(() => {
    if (current !== undefined) canvasOf(editor)?.showStep(current)
  }, [editor, current])
  useEffect(() => {
    if (!plays || isOver) return
    const timer = setTimeout(() => showUpTo(shown + 1), PACE_MS)
    return () => clearTimeout(timer)
  }, [plays, isOver, shown, showUpTo])
  const isPlaying = plays && !isOver
  const atEnd = isOver ? t('atEnd') : null
  const go = (to: number) => {
    setPlays(false)
    showUpTo(to)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      role="group"
      aria-label={t('controls')}
      className="sticky -top-4 z-10 -mx-4 flex flex-wrap items-center gap-1.5 border-line border-y bg-surface px-4 py-3"
    >
      <IconButton variant="secondary" label={t('back')} icon={SkipBack} disabled={shown === 0} onClick={() => go(0)} />
      <IconButton
        variant="secondary"
        label={isPlaying ? t('pause') : t('play')}
        icon={isPlaying ? Pause : Play}
        disabledReason={atEnd}
        onClick={() => setPlays(!isPlaying)}
      />
      <Button
        variant="primary"
        icon={ArrowDown}
        aria-disabled={isOver}
        className={atRest}
        onClick={() => go(shown + 1)}
      >
        {t('next')}
      </Button>
      <Button
        icon={AlarmClock}
        aria-disabled={isOver}
        className={atRest}
        onClick={() => go(afterNextWake(simulation, shown))}
      >
        {t('jump')}
      </Button>
    </div>
  )
}
