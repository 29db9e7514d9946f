import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { attributeNamesQuery, eventPropertiesQuery } from '@/data/eventNames'
import type { ConditionProps } from './conditionProps'
import { SuggestField } from './SuggestField'
import { TestFields } from './TestFields'

/** A value of the profile or of the entry event, and its test. */
export function ValueFields(props: ConditionProps<'attribute' | 'entryEvent'>) {
  const { number, condition, workspaceId, onCommit, disabled } = props
  const { t } = useTranslation('nodes')
  const { data: properties = [] } = useQuery({
    ...eventPropertiesQuery(workspaceId),
    enabled: condition.if === 'entryEvent',
  })
  return (
    <>
      {condition.if === 'attribute' ? (
        <AttributeField
          number={number}
          workspaceId={workspaceId}
          disabled={disabled}
          attribute={condition.attribute}
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

type AttributeFieldProps = {
  number: string
  workspaceId: string
  attribute: string
  onCommit: (attribute: string) => void
  disabled: boolean
}

export function AttributeField({ number, workspaceId, attribute, ...field }: AttributeFieldProps) {
  const { t } = useTranslation('nodes')
  const { data: attributes = [] } = useQuery(attributeNamesQuery(workspaceId))
  return (
    <SuggestField
      {...field}
      label={t('condition.attributeName', { number })}
      hideLabel
      placeholder={t('condition.attribute')}
      value={attribute}
      suggestions={attributes}
    />
  )
}
