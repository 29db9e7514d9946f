import { useTranslation } from 'react-i18next'
import type { Performed } from '../../audience/rule'
import type { ConditionProps } from './conditionProps'
import { EventFields } from './EventFields'
import { SumFields } from './SumFields'
import { TimesFields } from './TimesFields'
import { WithinFields } from './WithinFields'

type PerformedFieldsProps = ConditionProps<'performed'> & {
  /** What did not happen is not counted. */
  counted: boolean
}

export function PerformedFields({ condition, onCommit, counted, ...context }: PerformedFieldsProps) {
  const { t } = useTranslation('nodes')
  const { number, disabled } = context
  const { event, within, times, sum } = condition
  const commit = (change: Change) => onCommit(withoutGaps({ event, within, times, sum, ...change }))
  return (
    <>
      <EventFields
        label={t('condition.event', { number })}
        hideLabel
        workspaceId={context.workspaceId}
        event={event}
        onCommit={(next) => commit({ event: next })}
        disabled={disabled}
      />
      {counted && (
        <>
          <TimesFields number={number} times={times} disabled={disabled} onCommit={(next) => commit({ times: next })} />
          <SumFields {...context} event={event.name} sum={sum} onCommit={(next) => commit({ sum: next })} />
        </>
      )}
      <WithinFields number={number} within={within} disabled={disabled} onCommit={(next) => commit({ within: next })} />
    </>
  )
}

type Whole = { [Key in Exclude<keyof Performed, 'if'>]-?: Performed[Key] | undefined } & Pick<Performed, 'event'>
type Change = Partial<Whole>

const withoutGaps = ({ event, within, times, sum }: Whole): Performed => ({
  if: 'performed',
  event,
  ...(within !== undefined && { within }),
  ...(times && { times }),
  ...(sum && { sum }),
})
