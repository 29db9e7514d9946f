import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cx } from '@/ui/cx'
import { useEditor, useEditorState } from '../store/EditorContext'

/** How many problems a step has, as an icon with a number; the card's name says it too, and the panel says which. */
export function ProblemMark({ nodeId }: { nodeId: string }) {
  const { t } = useTranslation('editor')
  const { world } = useEditor()
  const mark = useEditorState(({ journey }) => {
    const problems = world.problemsOf(journey).byNode.get(nodeId) ?? []
    const blocking = problems.filter(({ severity }) => severity === 'blocks').length
    return problems.length === 0 ? '' : `${blocking > 0 ? 'blocks' : 'warns'} ${problems.length}`
  })
  if (mark === '' || world.readOnly) return null
  const [severity, count] = mark.split(' ')
  const Icon = severity === 'blocks' ? CircleAlert : TriangleAlert
  return (
    <span
      aria-hidden
      className={cx(
        'pointer-events-none absolute end-3 top-3 inline-flex h-4 items-center gap-1 font-medium text-2xs',
        severity === 'blocks' ? 'text-danger' : 'text-warning',
      )}
    >
      <Icon aria-hidden className="size-3" />
      {t('card.problems', { count: Number(count) })}
    </span>
  )
}
