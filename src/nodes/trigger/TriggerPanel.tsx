import { useTranslation } from 'react-i18next'
import { SelectField } from '@/ui/SelectField'
import type { PanelProps } from '../nodeView'
import { ApiFields } from './ApiFields'
import { AttributeFields } from './AttributeFields'
import { DateFields } from './DateFields'
import { EventTriggerFields } from './EventTriggerFields'
import { ScheduleFields } from './ScheduleFields'
import { SegmentFields } from './SegmentFields'
import type { TriggerData } from './triggerData'
import { inKind, triggerKinds } from './triggerKind'

export function TriggerPanel(props: PanelProps<TriggerData>) {
  const { t } = useTranslation('node.trigger')
  const { data, onChange, context } = props
  return (
    <div className="flex flex-col gap-5">
      <SelectField
        label={t('kind')}
        hint={t(`about.${data.on}`)}
        disabled={context.readOnly}
        value={data.on}
        onChange={(on) => onChange(inKind(on, data))}
        options={triggerKinds.map((on) => ({ value: on, label: t(`kinds.${on}`) }))}
      />
      <KindFields key={data.on} {...props} />
    </div>
  )
}

function KindFields({ data, ...props }: PanelProps<TriggerData>) {
  switch (data.on) {
    case 'event':
      return <EventTriggerFields {...props} data={data} />
    case 'segmentEntered':
    case 'segmentLeft':
      return <SegmentFields {...props} data={data} />
    case 'attribute':
      return <AttributeFields {...props} data={data} />
    case 'date':
      return <DateFields {...props} data={data} />
    case 'schedule':
      return <ScheduleFields {...props} data={data} />
    case 'api':
      return <ApiFields {...props} data={data} />
    case 'manual':
      return null
  }
}
