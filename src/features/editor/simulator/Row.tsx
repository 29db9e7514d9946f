import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconTile } from '@/ui/IconTile'
import { useEditor, useEditorState } from '../store/EditorContext'
import { useWords } from '../words/StepWordsContext'
import { instantText } from './wallTime'

type RowProps = { nodeId: string; at: number; zone: string; children: ReactNode }

/** One row of the timeline: which step, when, and what happened there. */
export function Row({ nodeId, at, zone, children }: RowProps) {
  const { i18n } = useTranslation('simulator')
  const { world } = useEditor()
  const words = useWords()
  const node = useEditorState(({ journey }) => world.indexOf(journey).nodes.get(nodeId))
  if (!node) return null
  return (
    <div className="flex items-start gap-2.5">
      <IconTile icon={words.icon(node.type)} tone={words.group(node.type)} size="sm" />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5 text-sm">
        <time dateTime={new Date(at).toISOString()} className="text-muted text-xs">
          {instantText(at, { zone, language: i18n.language })}
        </time>
        <span className="font-medium [overflow-wrap:anywhere]">{words.sentence(node)}</span>
        {children}
      </div>
    </div>
  )
}
