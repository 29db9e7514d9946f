import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { attributeNamesQuery, eventPropertiesQuery } from '@/data/eventNames'
import { SelectField } from '@/ui/SelectField'
import type { Condition, Rule } from '../../audience/rule'
import { conditionIn, conditionKinds, inKind } from './conditionDraft'
import { PerformedFields } from './PerformedFields'
import { ruleText } from './ruleText'
import { SuggestField } from './SuggestField'
import { TestFields } from './TestFields'

type ConditionFieldsProps = {
  number: number
  part: Rule
  workspaceId: string
  onCommit: (part: Rule) => void
  disabled: boolean
}

/** One condition of a rule. A group within a group came from elsewhere; it is shown as it reads and kept. */
export function ConditionFields({ number, part, onCommit, ...context }: ConditionFieldsProps) {
  const { t } = useTranslation('nodes')
  const found = conditionIn(part)
  if (!found) return <p className="text-sm">{ruleText(part, t)}</p>
  const { kind, condition } = found
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1.5">
      <SelectField
        label={t('condition.kind', { number })}
        hideLabel
        disabled={context.disabled}
        value={kind}
        onChange={(next) => onCommit(inKind(next, part))}
        options={conditionKinds.map((each) => ({ value: each, label: t(`condition.${each}`) }))}
      />
      {condition.if === 'performed' ? (
        <PerformedFields
          {...context}
          number={number}
          condition={condition}
          counted={kind === 'performed'}
          onCommit={(next) => onCommit(kind === 'notPerformed' ? { not: next } : next)}
        />
      ) : (
        <ValueFields {...context} number={number} condition={condition} onCommit={onCommit} />
      )}
    </div>
  )
}

type ValueFieldsProps = Omit<ConditionFieldsProps, 'part'> & {
  condition: Extract<Condition, { if: 'attribute' | 'entryEvent' }>
}

function ValueFields({ number, condition, workspaceId, onCommit, disabled }: ValueFieldsProps) {
  const { t } = useTranslation('nodes')
  const { data: attributes = [] } = useQuery(attributeNamesQuery(workspaceId))
  const { data: properties = [] } = useQuery(eventPropertiesQuery(workspaceId))
  return (
    <>
      {condition.if === 'attribute' ? (
        <SuggestField
          label={t('condition.attributeName', { number })}
          hideLabel
          disabled={disabled}
          placeholder={t('condition.attribute')}
          value={condition.attribute}
          suggestions={attributes}
          onCommit={(attribute) => onCommit({ ...condition, attribute })}
        />
      ) : (
        <SuggestField
          label={t('condition.entryProperty', { number })}
          hideLabel
          disabled={disabled}
          placeholder={t('property.placeholder')}
          value={condition.property}
          suggestions={properties}
          onCommit={(property) => onCommit({ ...condition, property })}
        />
      )}
      <TestFields
        number={number}
        disabled={disabled}
        withDates
        test={condition.test}
        onCommit={(test) => onCommit({ ...condition, test })}
      />
    </>
  )
}
