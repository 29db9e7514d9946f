import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { SelectField } from '@/ui/SelectField'
import type { Rule } from '../../audience/rule'
import { ConditionFields } from './ConditionFields'
import { blankCondition, type Match, partsOf, ruleOf } from './conditionDraft'

type RuleFieldsProps = {
  label: string
  workspaceId: string
  rule: Rule
  onCommit: (rule: Rule) => void
  disabled: boolean
}

const matches = ['all', 'any'] as const satisfies readonly Match[]

export function RuleFields({ label, workspaceId, rule, onCommit, disabled }: RuleFieldsProps) {
  const { t } = useTranslation('nodes')
  const { match, parts } = partsOf(rule)
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 font-medium text-sm">{label}</legend>
      {parts.length > 1 && (
        <SelectField
          label={t('condition.match')}
          hideLabel
          disabled={disabled}
          value={match}
          onChange={(next) => onCommit(ruleOf(next, parts))}
          options={matches.map((each) => ({ value: each, label: t(`condition.${each}`) }))}
        />
      )}
      {parts.length > 0 && (
        <ol className="flex flex-col gap-2">
          {parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
            <li key={index} className="flex items-start gap-1 rounded-md border border-line bg-canvas p-2">
              <ConditionFields
                number={index + 1}
                part={part}
                workspaceId={workspaceId}
                disabled={disabled}
                onCommit={(next) => onCommit(ruleOf(match, parts.toSpliced(index, 1, next)))}
              />
              <IconButton
                label={t('condition.remove', { number: index + 1 })}
                icon={X}
                size="sm"
                disabled={disabled}
                onClick={() => onCommit(ruleOf(match, parts.toSpliced(index, 1)))}
              />
            </li>
          ))}
        </ol>
      )}
      <Button
        size="sm"
        variant="quiet"
        icon={Plus}
        className="self-start"
        disabled={disabled}
        onClick={() => onCommit(ruleOf(match, [...parts, blankCondition('attribute')]))}
      >
        {t('condition.add')}
      </Button>
    </fieldset>
  )
}
