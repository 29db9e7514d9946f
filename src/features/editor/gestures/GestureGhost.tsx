import { useTranslation } from 'react-i18next'
import { IconTile } from '@/ui/IconTile'
import { useEditor, useEditorState } from '../store/EditorContext'
import type { Gesture } from '../store/gestureSlice'
import { useWords } from '../words/StepWordsContext'

/** What follows the pointer: the step being dragged, or the line being drawn, and why it cannot go where the pointer is. */
export function GestureGhost() {
  const gesture = useEditorState((state) => state.gesture)
  if (gesture?.doing === 'drag') return <DraggedStep gesture={gesture} />
  return gesture?.doing === 'wire' ? <DrawnLine gesture={gesture} /> : null
}

function DraggedStep({ gesture }: { gesture: Gesture & { doing: 'drag' } }) {
  const words = useWords()
  const { store, world } = useEditor()
  const { what, at, zones, over } = gesture
  const type = 'type' in what ? what.type : (world.indexOf(store.getState().journey).nodes.get(what.nodeId)?.type ?? '')
  return (
    <div aria-hidden className="pointer-events-none fixed z-50" style={{ left: at.x + 12, top: at.y + 12 }}>
      <div className="flex items-center gap-2 rounded-lg border border-line bg-raised p-2 pe-4 shadow-overlay">
        <IconTile icon={words.icon(type)} tone={words.group(type)} size="sm" />
        <span className="font-medium text-sm">{words.name(type)}</span>
      </div>
      <WhyNot reason={over === undefined ? undefined : zones.get(over)?.obstacle} />
    </div>
  )
}

function DrawnLine({ gesture }: { gesture: Gesture & { doing: 'wire' } }) {
  const { from, at, over, targets } = gesture
  return (
    <div aria-hidden className="pointer-events-none fixed inset-0 z-50" dir="ltr">
      <svg className="size-full" role="presentation">
        <path
          d={`M${from.x},${from.y}C${from.x},${(from.y + at.y) / 2} ${at.x},${(from.y + at.y) / 2} ${at.x},${at.y}`}
          fill="none"
          stroke="var(--tone-accent)"
          strokeWidth={2}
        />
        <circle cx={at.x} cy={at.y} r={5} fill="var(--tone-accent)" />
      </svg>
      <div className="absolute" style={{ left: at.x + 12, top: at.y + 12 }}>
        <WhyNot reason={over === undefined ? undefined : targets.get(over)} />
      </div>
    </div>
  )
}

function WhyNot({ reason }: { reason: string | undefined }) {
  const { t } = useTranslation('editor')
  if (reason === undefined) return null
  return <p className="mt-1 max-w-64 rounded-sm bg-ink px-2 py-1 text-canvas text-xs">{t(`obstacle.${reason}`)}</p>
}
