import { useTranslation } from 'react-i18next'
import { Checkbox } from '@/ui/Checkbox'
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
      <LookbackFields data={data} onChange={onChange} disabled={context.readOnly} />
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

type LookbackFieldsProps = Pick<PanelProps<WaitFor<'event'>>, 'data' | 'onChange'> & { disabled: boolean }

const FIRST_LOOKBACK = 'P1D'

/** What happened before the arrival counts only where the author says so. */
function LookbackFields({ data, onChange, disabled }: LookbackFieldsProps) {
  const { t } = useTranslation('node.wait')
  const { since, ...rest } = data
  return (
    <>
      <Checkbox
        label={t('since')}
        hint={t('sinceHint')}
        disabled={disabled}
        checked={since !== undefined}
        onChange={(counts) => onChange(counts ? { ...rest, since: FIRST_LOOKBACK } : rest)}
      />
      {since !== undefined && (
        <DurationField
          label={t('sinceLasting')}
          disabled={disabled}
          value={since}
          onCommit={(next) => onChange({ ...rest, since: next })}
        />
      )}
    </>
  )
}
