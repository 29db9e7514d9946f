import { memo, type RefObject, useLayoutEffect, useRef } from 'react'
import { cx } from '@/ui/cx'
import { IconTile } from '@/ui/IconTile'
import { openStep } from '../commands/openStep'
import { dragStep } from '../gestures/dragStep'
import { StepNumbers } from '../numbers/StepNumbers'
import { placeOnTrail } from '../simulator/placeOnTrail'
import { TrailMark } from '../simulator/TrailMark'
import { useEditor, useEditorState } from '../store/EditorContext'
import type { Gesture } from '../store/gestureSlice'
import { useDirection } from '../store/useDirection'
import { useStepLabel } from '../words/StepLabels'
import { useWords } from '../words/StepWordsContext'
import { useSentence } from '../words/useSentence'
import { JumpMark } from './JumpMark'
import { ProblemMark } from './ProblemMark'
import { useIsTabStop } from './useIsTabStop'

/** One step on the canvas. It knows its id and reads the rest, so that an edit elsewhere does not draw it again. */
export const StepCard = memo(function StepCard({ nodeId }: { nodeId: string }) {
  const editor = useEditor()
  const { store, world } = editor
  const words = useWords()
  const direction = useDirection()
  const label = useStepLabel(nodeId)
  const button = useRef<HTMLButtonElement>(null)
  useKeepFocus(button)
  const node = useEditorState(({ journey }) => world.indexOf(journey).nodes.get(nodeId))
  const sentence = useSentence(node)
  const isSelected = useEditorState(({ selectedId }) => selectedId === nodeId)
  const isTabStop = useIsTabStop(nodeId)
  const look = useEditorState(({ gesture }) => lookIn(gesture, nodeId))
  const place = useEditorState((state) => placeOnTrail(state, nodeId))
  if (!node) return null
  return (
    <div
      dir={direction}
      className={cx(
        'nopan pointer-events-auto relative flex size-full flex-col overflow-hidden rounded-lg border bg-surface shadow-card transition-[border-color,box-shadow,opacity]',
        isSelected ? 'border-accent ring-3 ring-accent/20' : 'border-line hover:border-line-strong',
        place === 'visited' && 'border-positive!',
        place === 'current' && 'border-accent! ring-3 ring-accent/40',
        look === 'faded' && 'opacity-40',
        look === 'lit' && 'border-accent ring-3 ring-accent/40',
      )}
    >
      <button
        ref={button}
        type="button"
        data-step={nodeId}
        tabIndex={isTabStop ? 0 : -1}
        aria-label={label}
        aria-current={isSelected ? 'step' : undefined}
        onClick={() => openStep(editor, nodeId)}
        onFocus={() => store.getState().select(nodeId)}
        onPointerDown={(event) => dragStep(editor, { nodeId }, event)}
        className={cx(
          'flex min-h-0 flex-1 items-start gap-2.5 rounded-lg p-3 text-start outline-offset-[-2px]',
          world.readOnly ? 'cursor-pointer' : 'cursor-grab',
        )}
      >
        <IconTile icon={words.icon(node.type)} tone={words.group(node.type)} />
        <span className="min-w-0 flex-1">
          <span className="block h-4 max-w-28 truncate text-2xs text-muted leading-4">{words.name(node.type)}</span>{' '}
          <span className="line-clamp-2 font-medium text-sm leading-4.5">{sentence}</span>
        </span>
      </button>
      <ProblemMark nodeId={nodeId} />
      <JumpMark nodeId={nodeId} />
      <StepNumbers nodeId={nodeId} />
      <TrailMark nodeId={nodeId} />
    </div>
  )
})

/** A card that is scrolled out of view is taken away; the canvas then holds the keyboard for it. */
function useKeepFocus(button: RefObject<HTMLButtonElement | null>) {
  useLayoutEffect(() => {
    const card = button.current
    const canvas = card?.closest<HTMLElement>('[data-canvas]')
    return () => {
      if (card && document.activeElement === card) canvas?.focus({ preventScroll: true })
    }
  }, [button])
}

/** A step that is being moved, or that a line must not lead to, fades; the one under the line lights up. */
function lookIn(gesture: Gesture | undefined, nodeId: string): 'faded' | 'lit' | 'plain' {
  if (gesture?.doing === 'drag') return 'nodeId' in gesture.what && gesture.what.nodeId === nodeId ? 'faded' : 'plain'
  if (gesture?.doing !== 'wire') return 'plain'
  if (gesture.targets.has(nodeId)) return 'faded'
  return gesture.over === nodeId ? 'lit' : 'plain'
}
