import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cx } from '@/ui/cx'
import { useEditor, useEditorState } from '../store/EditorContext'

/** How many problems a step has, as an icon with a number; the panel says which. */
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
      className={cx(
        'ms-auto inline-flex shrink-0 items-center gap-1 font-medium',
        severity === 'blocks' ? 'text-danger' : 'text-warning',
      )}
    >
      <Icon aria-hidden className="size-3" />
      {t('card.problems', { count: Number(count) })}
    </span>
  )
}
