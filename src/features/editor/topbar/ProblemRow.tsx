import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '@/engine/problem'
import { Button } from '@/ui/Button'
import { canvasOf } from '../canvas/canvasHandle'
import { openStep } from '../commands/openStep'
import { repairProblem } from '../commands/repairProblem'
import { useEditor } from '../store/EditorContext'
import { useWords } from '../words/StepWordsContext'

type ProblemRowProps = {
  problem: Problem
  type: string | undefined
  onOpen: () => void
  onRepair: (pressed: HTMLElement) => void
}

export function ProblemRow({ problem, type, onOpen, onRepair }: ProblemRowProps) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const words = useWords()
  const sentenceId = useId()
  const blocks = problem.severity === 'blocks'
  const Icon = blocks ? CircleAlert : TriangleAlert
  const { repair } = problem
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
        <span id={sentenceId} className="min-w-0">
          <span className="sr-only">{t(`severity.${problem.severity}`)} </span>
          {words.problem(problem, type)}
        </span>
      </button>
      {repair && !editor.world.readOnly && (
        <Button
          size="sm"
          className="ms-8 mt-0.5 mb-1.5"
          aria-describedby={sentenceId}
          data-repair
          onClick={({ currentTarget }) => {
            onRepair(currentTarget)
            repairProblem(editor, repair)
          }}
        >
          {t(`repair.${repair.do}`)}
        </Button>
      )}
    </li>
  )
}
