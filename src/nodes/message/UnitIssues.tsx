import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/Button'
import { cx } from '@/ui/cx'
import type { ContentIssue } from '../../content/issue'
import { applySuggestion } from './applySuggestion'

type UnitIssuesProps = {
  source: string
  issues: readonly ContentIssue[]
  onFix: ((source: string) => void) | undefined
}

export function UnitIssues({ source, issues, onFix }: UnitIssuesProps) {
  const { t } = useTranslation('messages')
  if (issues.length === 0) return null
  const manyLines = source.includes('\n')
  return (
    <ul className="flex flex-col gap-1" aria-live="polite">
      {issues.map((issue) => {
        const { code, params, severity, at } = issue
        const Icon = severity === 'blocks' ? CircleAlert : TriangleAlert
        const sentence = t(`node.message:problems.${code}`, params)
        const fixed = onFix && applySuggestion(source, issue)
        return (
          <li
            key={`${code} ${at?.line} ${at?.column}`}
            className={cx('flex items-start gap-1.5 text-xs', severity === 'blocks' ? 'text-danger' : 'text-warning')}
          >
            <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            <span className="min-w-0 flex-1 break-words" dir="auto">
              {manyLines && at?.line ? t('line', { line: at.line, sentence }) : sentence}
            </span>
            {fixed !== undefined && onFix && (
              <Button size="sm" onClick={() => onFix(fixed)}>
                {t('fix', { suggestion: params.suggestion })}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
