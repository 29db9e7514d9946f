import { useTranslation } from 'react-i18next'
import { Notice } from '@/ui/Notice'
import type { Problem } from '../../engine/problem'
import { problemText } from '../nodeText'

type OwnProblemsProps = {
  type: string
  problems: readonly Problem[]
  /** Codes that already stand beside the field they are about. */
  except?: readonly string[]
}

/** What a node type finds wrong with its own data, in words. */
export function OwnProblems({ type, problems, except = [] }: OwnProblemsProps) {
  const { t, i18n } = useTranslation()
  const speech = { t, exists: (key: string) => i18n.exists(key), language: i18n.language }
  const shown = problems.flatMap((problem) => {
    const text = except.includes(problem.code) ? undefined : problemText(speech, type, problem)
    return text === undefined ? [] : [{ text, severity: problem.severity }]
  })
  if (shown.length === 0) return null
  return (
    <ul className="flex flex-col gap-1.5">
      {shown.map(({ text, severity }) => (
        <li key={text}>
          <Notice tone={severity === 'blocks' ? 'danger' : 'warning'}>{text}</Notice>
        </li>
      ))}
    </ul>
  )
}
