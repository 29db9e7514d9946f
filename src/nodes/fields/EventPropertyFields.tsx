import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { eventPropertiesQuery } from '@/data/eventNames'
import { SelectField } from '@/ui/SelectField'
import type { ConditionProps } from './conditionProps'
import { EventFields } from './EventFields'
import { SuggestField } from './SuggestField'
import { TestFields } from './TestFields'
import { WithinFields } from './WithinFields'

const ends = ['first', 'last'] as const

/** A property of the first or last event of a kind, and its test. */
export function EventPropertyFields({
  number,
  condition,
  workspaceId,
  onCommit,
  disabled,
}: ConditionProps<'eventProperty'>) {
  const { t } = useTranslation('nodes')
  const { within, ...rest } = condition
  const { data: properties = [] } = useQuery(eventPropertiesQuery(workspaceId, condition.event.name))
  return (
    <>
      <SelectField
        label={t('condition.which', { number })}
        hideLabel
        disabled={disabled}
        value={condition.which}
        onChange={(which) => onCommit({ ...condition, which })}
        options={ends.map((which) => ({ value: which, label: t(`which.${which}`) }))}
      />
      <EventFields
        label={t('condition.event', { number })}
        hideLabel
        workspaceId={workspaceId}
        event={condition.event}
        onCommit={(event) => onCommit({ ...condition, event })}
        disabled={disabled}
      />
      <SuggestField
        label={t('condition.property', { number })}
        hideLabel
        disabled={disabled}
        placeholder={t('property.placeholder')}
        value={condition.property}
        suggestions={properties}
        onCommit={(property) => onCommit({ ...condition, property })}
      />
      <TestFields
        number={number}
        disabled={disabled}
        withDates
        test={condition.test}
        onCommit={(test) => onCommit({ ...condition, test })}
      />
      <WithinFields
        number={number}
        within={within}
        disabled={disabled}
        onCommit={(next) => onCommit({ ...rest, ...(next !== undefined && { within: next }) })}
      />
    </>
  )
}
