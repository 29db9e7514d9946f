import { useTranslation } from 'react-i18next'
import { RadioGroup } from '@/ui/RadioGroup'
import { DurationField } from '../fields/DurationField'
import type { PanelProps } from '../nodeView'
import { ConditionWaitFields } from './ConditionWaitFields'
import { DateFields } from './DateFields'
import { EventWaitFields } from './EventWaitFields'
import { LocalTimeFields } from './LocalTimeFields'
import { WindowFields } from './WindowFields'
import type { WaitData } from './waitData'
import { inKind, waitKinds } from './waitKind'

export function WaitPanel(props: PanelProps<WaitData>) {
  const { t } = useTranslation('node.wait')
  const { data, onChange, context } = props
  return (
    <div className="flex flex-col gap-5">
      <RadioGroup
        label={t('until')}
        disabled={context.readOnly}
        value={data.until}
        onChange={(until) => onChange(inKind(until, data))}
        options={waitKinds.map((until) => ({ value: until, label: t(`kind.${until}`) }))}
      />
      <KindFields {...props} />
    </div>
  )
}

function KindFields({ data, ...props }: PanelProps<WaitData>) {
  const { t } = useTranslation('node.wait')
  switch (data.until) {
    case 'duration':
      return (
        <DurationField
          label={t('lasting')}
          disabled={props.context.readOnly}
          value={data.lasting}
          onCommit={(lasting) => props.onChange({ ...data, lasting })}
        />
      )
    case 'localTime':
      return <LocalTimeFields {...props} data={data} />
    case 'window':
      return <WindowFields {...props} data={data} />
    case 'date':
      return <DateFields {...props} data={data} />
    case 'event':
      return <EventWaitFields {...props} data={data} />
    case 'condition':
      return <ConditionWaitFields {...props} data={data} />
  }
}
