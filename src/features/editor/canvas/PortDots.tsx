import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { wirePort } from '../gestures/wirePort'
import { portOffset } from '../layout/drawJourney'
import { CARD } from '../layout/measures'
import { useEditor, useEditorState } from '../store/EditorContext'
import { useDirection } from '../store/useDirection'
import { useWords } from '../words/StepWordsContext'

/** The ports on a card's lower edge. They are for the pointer; the keyboard has "Connect to…". */
export const PortDots = memo(function PortDots({ nodeId }: { nodeId: string }) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const words = useWords()
  const direction = useDirection()
  const node = useEditorState(({ journey }) => editor.world.indexOf(journey).nodes.get(nodeId))
  if (!node || editor.world.readOnly) return null
  const ports = editor.world.shapes.ports(node)
  return ports.map((port, index) => (
    <span
      key={port}
      aria-hidden
      data-port={port}
      title={t('card.wire', { port: words.port(node, port) })}
      onPointerDown={(event) => wirePort(editor, { source: nodeId, port }, event)}
      style={{ left: CARD.width / 2 + portOffset(index, ports.length, direction) }}
      className="nopan pointer-events-auto group absolute -bottom-3 flex size-6 -translate-x-1/2 cursor-crosshair items-center justify-center"
    >
      <span className="size-2.5 rounded-full border-2 border-line-strong bg-surface transition-transform group-hover:scale-150 group-hover:border-accent" />
    </span>
  ))
})
