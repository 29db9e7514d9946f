import { useTranslation } from 'react-i18next'
import { DurationField } from '../fields/DurationField'
import { EventFields } from '../fields/EventFields'
import { OwnProblems } from '../fields/OwnProblems'
import type { PanelProps } from '../nodeView'
import type { WaitFor } from './waitData'

export function EventWaitFields({ data, onChange, problems, context }: PanelProps<WaitFor<'event'>>) {
  const { t } = useTranslation('node.wait')
  return (
    <>
      <EventFields
        label={t('event')}
        error={problems.some(({ code }) => code === 'wait.noEvent') ? t('problems.wait.noEvent') : undefined}
        workspaceId={context.workspaceId}
        event={data.event}
        onCommit={(event) => onChange({ ...data, event })}
        disabled={context.readOnly}
      />
      <OwnProblems type="wait" problems={problems} except={['wait.noEvent']} />
      <DurationField
        label={t('atMost')}
        hint={t('atMostHint', { port: t('ports.timeout') })}
        disabled={context.readOnly}
        value={data.atMost}
        onCommit={(atMost) => onChange({ ...data, atMost })}
      />
    </>
  )
}
