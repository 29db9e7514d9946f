import { CircleDashed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isConfigured } from '../../audience/inspect'
import type { Rule } from '../../audience/rule'
import { ruleText } from './ruleText'
import { useRuleNames } from './useRuleNames'

type RuleInWordsProps = {
  rule: Rule
  workspaceId: string
  /** What to say while the rule is not filled in. */
  unfinished: string
}

/** How a rule reads as a sentence, so that its author sees what they have asked for. */
export function RuleInWords({ rule, workspaceId, unfinished }: RuleInWordsProps) {
  const { t } = useTranslation('nodes')
  const names = useRuleNames(workspaceId, rule)
  if (!isConfigured(rule)) {
    return (
      <p className="flex items-start gap-1.5 text-warning text-xs">
        <CircleDashed aria-hidden className="mt-0.5 size-3.5 shrink-0" />
        {unfinished}
      </p>
    )
  }
  return (
    <p className="text-muted text-xs" dir="auto">
      {t('condition.readAs', { rule: ruleText(rule, t, names) })}
    </p>
  )
}
