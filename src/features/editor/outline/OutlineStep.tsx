import { memo } from 'react'
import { cx } from '@/ui/cx'
import { IconTile } from '@/ui/IconTile'
import { JumpMark } from '../canvas/JumpMark'
import { ProblemMark } from '../canvas/ProblemMark'
import { useIsTabStop } from '../canvas/useIsTabStop'
import { openStep } from '../commands/openStep'
import type { RowPort } from '../layout/outlineRows'
import { StepNumbers } from '../numbers/StepNumbers'
import { useEditor, useEditorState } from '../store/EditorContext'
import { useStepLabel } from '../words/StepLabels'
import { useWords } from '../words/StepWordsContext'
import { useSentence } from '../words/useSentence'
import { PortName } from './PortName'

type OutlineStepProps = { nodeId: string; lane: RowPort | undefined }

export const OutlineStep = memo(function OutlineStep({ nodeId, lane }: OutlineStepProps) {
  const editor = useEditor()
  const words = useWords()
  const label = useStepLabel(nodeId)
  const node = useEditorState(({ journey }) => editor.world.indexOf(journey).nodes.get(nodeId))
  const sentence = useSentence(node)
  const isSelected = useEditorState(({ selectedId }) => selectedId === nodeId)
  const isTabStop = useIsTabStop(nodeId)
  if (!node) return null
  return (
    <>
      {lane && <PortName at={lane} />}
      <div
        className={cx(
          'relative overflow-hidden rounded-lg border bg-surface shadow-card',
          isSelected ? 'border-accent' : 'border-line',
        )}
      >
        <button
          type="button"
          data-step={nodeId}
          tabIndex={isTabStop ? 0 : -1}
          aria-label={label}
          aria-current={isSelected ? 'step' : undefined}
          onClick={() => openStep(editor, nodeId)}
          onFocus={() => editor.store.getState().select(nodeId)}
          className="flex w-full items-start gap-2.5 rounded-lg p-3 text-start outline-offset-[-2px]"
        >
          <IconTile icon={words.icon(node.type)} tone={words.group(node.type)} />
          <span className="min-w-0 flex-1">
            <span className="block max-w-28 truncate text-2xs text-muted">{words.name(node.type)}</span>{' '}
            <span className="block font-medium text-sm [overflow-wrap:anywhere]">{sentence}</span>
          </span>
        </button>
        <ProblemMark nodeId={nodeId} />
        <JumpMark nodeId={nodeId} />
        <StepNumbers nodeId={nodeId} />
      </div>
    </>
  )
})
