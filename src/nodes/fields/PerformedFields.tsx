import { useTranslation } from 'react-i18next'
import { SelectField } from '@/ui/SelectField'
import type { Performed } from '../../audience/rule'
import { DurationField } from './DurationField'
import { EventFields } from './EventFields'
import { TimesFields } from './TimesFields'

type PerformedFieldsProps = {
  number: number
  condition: Performed
  workspaceId: string
  onCommit: (condition: Performed) => void
  disabled: boolean
  /** What did not happen is not counted. */
  counted: boolean
}

const DEFAULT_WITHIN = 'P30D'

export function PerformedFields({ number, condition, workspaceId, onCommit, disabled, counted }: PerformedFieldsProps) {
  const { t } = useTranslation('nodes')
  const { event, within, times } = condition
  return (
    <>
      <EventFields
        label={t('condition.event', { number })}
        hideLabel
        workspaceId={workspaceId}
        event={event}
        onCommit={(next) => onCommit({ ...condition, event: next })}
        disabled={disabled}
      />
      {counted && (
        <TimesFields
          number={number}
          times={times}
          disabled={disabled}
          onCommit={(next) =>
            onCommit({ if: 'performed', event, ...(within !== undefined && { within }), ...(next && { times: next }) })
          }
        />
      )}
      <SelectField
        label={t('condition.when', { number })}
        hideLabel
        disabled={disabled}
        value={within === undefined ? 'anyTime' : 'within'}
        onChange={(when) =>
          onCommit({
            ...{ if: 'performed', event },
            ...(times && { times }),
            ...(when === 'within' && { within: within ?? DEFAULT_WITHIN }),
          })
        }
        options={[
          { value: 'anyTime', label: t('condition.anyTime') },
          { value: 'within', label: t('condition.within') },
        ]}
      />
      {within !== undefined && (
        <DurationField
          label={t('condition.within')}
          hideLabel
          disabled={disabled}
          value={within}
          onCommit={(next) => onCommit({ ...condition, within: next })}
        />
      )}
    </>
  )
}
