import type { Problem } from '@/engine/problem'
import { Notice } from '@/ui/Notice'
import { useEditor } from '../store/EditorContext'
import { useWords } from '../words/StepWordsContext'

/** What is wrong with how the step hangs together with others; its form shows what is wrong inside. */
export function ProblemNotices({ problems, type }: { problems: readonly Problem[]; type: string }) {
  const words = useWords()
  const { world } = useEditor()
  const shown = problems.filter((problem) => !words.isOwn(problem, type))
  if (shown.length === 0 || world.readOnly) return null
  return (
    <ul className="flex flex-col gap-1.5">
      {shown.map((problem) => (
        <li key={`${problem.code} ${problem.port} ${JSON.stringify(problem.params)}`}>
          <Notice tone={problem.severity === 'blocks' ? 'danger' : 'warning'}>{words.problem(problem, type)}</Notice>
        </li>
      ))}
    </ul>
  )
}
