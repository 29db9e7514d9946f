import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { attributeNamesQuery } from '@/data/eventNames'
import { RadioGroup } from '@/ui/RadioGroup'
import { SelectField } from '@/ui/SelectField'
import { DurationField } from '../fields/DurationField'
import { SuggestField } from '../fields/SuggestField'
import { TimeField } from '../fields/TimeField'
import { zoneName } from '../fields/zoneName'
import type { PanelProps } from '../nodeView'
import type { TriggerOn } from './triggerData'

const shifts = ['on', 'before', 'after'] as const
const years = ['date', 'anniversary'] as const

export function DateFields({ data, onChange, problems, context }: PanelProps<TriggerOn<'date'>>) {
  const { t } = useTranslation('node.trigger')
  const { data: known = [] } = useQuery(attributeNamesQuery(context.workspaceId))
  const { shift, ...unshifted } = data
  const disabled = context.readOnly
  return (
    <>
      <SuggestField
        label={t('date')}
        hint={t('dateHint')}
        error={problems.some(({ code }) => code === 'trigger.noDate') ? t('problems.trigger.noDate') : undefined}
        disabled={disabled}
        value={data.attribute}
        suggestions={known}
        onCommit={(attribute) => onChange({ ...data, attribute })}
      />
      <RadioGroup
        label={t('years')}
        disabled={disabled}
        value={data.anniversary ? 'anniversary' : 'date'}
        onChange={(year) => onChange({ ...data, anniversary: year === 'anniversary' })}
        options={years.map((year) => ({ value: year, label: t(`yearly.${year}`), hint: t(`yearlyHint.${year}`) }))}
      />
      <SelectField
        label={t('shift')}
        disabled={disabled}
        value={shift?.direction ?? 'on'}
        onChange={(direction) =>
          onChange(direction === 'on' ? unshifted : { ...data, shift: { direction, by: shift?.by ?? 'P7D' } })
        }
        options={shifts.map((each) => ({ value: each, label: t(`shifts.${each}`) }))}
      />
      {shift && (
        <DurationField
          label={t('shiftBy')}
          disabled={disabled}
          value={shift.by}
          onCommit={(by) => onChange({ ...data, shift: { ...shift, by } })}
        />
      )}
      <TimeField
        label={t('at')}
        hint={t('zoneHint', { zone: zoneName(context.zone) })}
        disabled={disabled}
        value={data.at}
        onCommit={(at) => onChange({ ...data, at })}
      />
    </>
  )
}
