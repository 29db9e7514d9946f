import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { attributeNamesQuery, eventPropertiesQuery } from '@/data/eventNames'
import { SelectField } from '@/ui/SelectField'
import { DurationField } from '../fields/DurationField'
import { OwnProblems } from '../fields/OwnProblems'
import { SuggestField } from '../fields/SuggestField'
import { TimeField } from '../fields/TimeField'
import { zoneName } from '../fields/zoneName'
import type { PanelProps } from '../nodeView'
import { dateName, type WaitFor } from './waitData'

const places = ['attribute', 'entryEvent'] as const
const shifts = ['on', 'before', 'after'] as const

export function DateFields(props: PanelProps<WaitFor<'date'>>) {
  const { data, onChange, problems, context } = props
  const { t } = useTranslation('node.wait')
  const { shift, ...unshifted } = data
  const disabled = context.readOnly
  return (
    <>
      <DateSourceFields {...props} />
      <OwnProblems type="wait" problems={problems} except={['wait.noDate']} />
      <SelectField
        label={t('shift')}
        disabled={disabled}
        value={shift?.direction ?? 'on'}
        onChange={(direction) =>
          onChange(direction === 'on' ? unshifted : { ...data, shift: { direction, by: shift?.by ?? 'P1D' } })
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
        hint={`${t('dateAtHint')} ${t('zoneHint', { zone: zoneName(context.zone) })}`}
        disabled={disabled}
        value={data.at}
        onCommit={(at) => onChange({ ...data, at })}
      />
    </>
  )
}

function DateSourceFields({ data, onChange, problems, context }: PanelProps<WaitFor<'date'>>) {
  const { t } = useTranslation('node.wait')
  const { workspaceId, readOnly } = context
  const { data: attributes = [] } = useQuery(attributeNamesQuery(workspaceId))
  const { data: properties = [] } = useQuery(eventPropertiesQuery(workspaceId))
  const inProfile = data.date.in === 'attribute'
  const dateIn = (place: (typeof places)[number], name: string): WaitFor<'date'>['date'] =>
    place === 'attribute' ? { in: place, attribute: name } : { in: place, property: name }
  return (
    <>
      <SelectField
        label={t('dateIn')}
        disabled={readOnly}
        value={data.date.in}
        onChange={(place) => onChange({ ...data, date: dateIn(place, '') })}
        options={places.map((each) => ({ value: each, label: t(`dateIns.${each}`) }))}
      />
      <SuggestField
        key={data.date.in}
        label={t(inProfile ? 'attribute' : 'property')}
        hint={t('dateHint')}
        error={problems.some(({ code }) => code === 'wait.noDate') ? t('problems.wait.noDate') : undefined}
        disabled={readOnly}
        value={dateName(data)}
        suggestions={inProfile ? attributes : properties}
        onCommit={(name) => onChange({ ...data, date: dateIn(data.date.in, name) })}
      />
    </>
  )
}
