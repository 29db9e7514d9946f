import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '@/engine/problem'
import { canvasOf } from '../canvas/canvasHandle'
import { openStep } from '../commands/openStep'
import { useEditor, usePicture } from '../store/EditorContext'
import { useWords } from '../words/StepWordsContext'

/** Problems by the step they are in, errors first; pressing one opens where it can be mended. */
export function ProblemRows({ problems, onOpen }: { problems: readonly Problem[]; onOpen: () => void }) {
  const { t } = useTranslation('editor')
  const { store, world } = useEditor()
  const words = useWords()
  const order = usePicture((picture) => picture.order)
  const { nodes } = world.indexOf(store.getState().journey)
  return (
    <ul className="-mx-2 flex flex-col gap-2">
      {byStep(problems, order).map(({ nodeId, found }) => {
        const node = nodes.get(nodeId ?? '')
        return (
          <li key={nodeId ?? ''}>
            {node && (
              <h3 className="truncate px-2 pb-0.5 text-muted text-xs">
                {t('picker.step', { number: order.indexOf(node.id) + 1, step: words.sentence(node) })}
              </h3>
            )}
            <ul>
              {found.map((problem) => (
                <ProblemRow key={JSON.stringify(problem)} problem={problem} type={node?.type} onOpen={onOpen} />
              ))}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}

function ProblemRow({ problem, type, onOpen }: { problem: Problem; type: string | undefined; onOpen: () => void }) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const words = useWords()
  const blocks = problem.severity === 'blocks'
  const Icon = blocks ? CircleAlert : TriangleAlert
  const show = () => {
    onOpen()
    if (problem.nodeId !== undefined) {
      openStep(editor, problem.nodeId)
      canvasOf(editor)?.showStep(problem.nodeId)
    } else if (problem.code !== 'noTrigger') editor.store.getState().openPanel('settings')
  }
  return (
    <li>
      <button
        type="button"
        onClick={show}
        className="flex w-full items-start gap-2 rounded-sm px-2 py-1 text-start text-sm hover:bg-subtle"
      >
        <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${blocks ? 'text-danger' : 'text-warning'}`} />
        <span className="min-w-0">
          <span className="sr-only">{t(`severity.${problem.severity}`)} </span>
          {words.problem(problem, type)}
        </span>
      </button>
    </li>
  )
}

function byStep(problems: readonly Problem[], order: readonly string[]) {
  const steps = new Map<string | undefined, Problem[]>()
  for (const problem of problems) steps.set(problem.nodeId, [...(steps.get(problem.nodeId) ?? []), problem])
  return [...steps]
    .map(([nodeId, found]) => ({ nodeId, found: found.toSorted((one, other) => rank(one) - rank(other)) }))
    .sort((one, other) => order.indexOf(one.nodeId ?? '') - order.indexOf(other.nodeId ?? ''))
}

const rank = ({ severity }: Problem) => (severity === 'blocks' ? 0 : 1)
