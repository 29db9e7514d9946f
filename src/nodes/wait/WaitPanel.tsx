import { useTranslation } from 'react-i18next'
import { RadioGroup } from '@/ui/RadioGroup'
import { DurationField } from '../fields/DurationField'
import { EventFields } from '../fields/EventFields'
import { OwnProblems } from '../fields/OwnProblems'
import type { PanelProps } from '../nodeView'
import type { WaitData } from './wait'

const kindsOfWait = ['duration', 'event'] as const

export function WaitPanel({ data, onChange, problems, context }: PanelProps<WaitData>) {
  const { t } = useTranslation('node.wait')
  const { workspaceId, readOnly } = context
  return (
    <div className="flex flex-col gap-5">
      <RadioGroup
        label={t('until')}
        disabled={readOnly}
        value={data.until}
        onChange={(until) => onChange(inKind(until, data))}
        options={kindsOfWait.map((until) => ({ value: until, label: t(`kind.${until}`) }))}
      />
      {data.until === 'duration' ? (
        <DurationField
          label={t('lasting')}
          disabled={readOnly}
          value={data.lasting}
          onCommit={(lasting) => onChange({ ...data, lasting })}
        />
      ) : (
        <>
          <EventFields
            label={t('event')}
            error={problems.some(({ code }) => code === 'wait.noEvent') ? t('problems.wait.noEvent') : undefined}
            workspaceId={workspaceId}
            event={data.event}
            onCommit={(event) => onChange({ ...data, event })}
            disabled={readOnly}
          />
          <OwnProblems type="wait" problems={problems} except={['wait.noEvent']} />
          <DurationField
            label={t('atMost')}
            hint={t('atMostHint', { port: t('ports.timeout') })}
            disabled={readOnly}
            value={data.atMost}
            onCommit={(atMost) => onChange({ ...data, atMost })}
          />
        </>
      )}
    </div>
  )
}

/** The same wait in the other kind; its length is kept, since it is the one thing both have. */
function inKind(until: WaitData['until'], data: WaitData): WaitData {
  if (until === data.until) return data
  return data.until === 'event'
    ? { until: 'duration', lasting: data.atMost }
    : { until: 'event', event: { name: '', where: [] }, atMost: data.lasting }
}
