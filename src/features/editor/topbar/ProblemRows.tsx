import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '@/engine/problem'
import { focusStep } from '../canvas/canvasHandle'
import { openStep } from '../commands/openStep'
import { useEditor, usePicture } from '../store/EditorContext'
import { useWords } from '../words/StepWordsContext'

/** One row per problem; pressing it opens the step, or the settings, where it can be mended. */
export function ProblemRows({ problems, onOpen }: { problems: readonly Problem[]; onOpen: () => void }) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const words = useWords()
  const order = usePicture((picture) => picture.order)
  const { nodes } = editor.world.indexOf(editor.store.getState().journey)
  const show = ({ nodeId, code }: Problem) => {
    onOpen()
    if (nodeId !== undefined) {
      focusStep(editor, nodeId)
      openStep(editor, nodeId)
    } else if (code !== 'noTrigger') editor.store.getState().openPanel('settings')
  }
  return (
    <ul className="-mx-2 flex flex-col">
      {problems.map((problem) => {
        const node = problem.nodeId === undefined ? undefined : nodes.get(problem.nodeId)
        const blocks = problem.severity === 'blocks'
        const Icon = blocks ? CircleAlert : TriangleAlert
        return (
          <li key={JSON.stringify(problem)}>
            <button
              type="button"
              onClick={() => show(problem)}
              className="flex w-full items-start gap-2 rounded-sm px-2 py-1.5 text-start text-sm hover:bg-subtle"
            >
              <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${blocks ? 'text-danger' : 'text-warning'}`} />
              <span className="min-w-0">
                {node && (
                  <span className="block truncate text-muted text-xs">
                    {t('picker.step', { number: order.indexOf(node.id) + 1, step: words.sentence(node) })}
                  </span>
                )}
                <span className="sr-only">{t(`severity.${problem.severity}`)}</span>
                {words.problem(problem, node?.type)}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
