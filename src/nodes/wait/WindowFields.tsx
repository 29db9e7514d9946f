import { useTranslation } from 'react-i18next'
import { Checkbox } from '@/ui/Checkbox'
import { OwnProblems } from '../fields/OwnProblems'
import { TimeField } from '../fields/TimeField'
import { zoneName } from '../fields/zoneName'
import type { PanelProps } from '../nodeView'
import { WeekdaysField } from './WeekdaysField'
import type { WaitFor } from './waitData'
import { isReversed, withHours } from './waitKind'

export function WindowFields({ data, onChange, problems, context }: PanelProps<WaitFor<'window'>>) {
  const { t } = useTranslation('node.wait')
  const { on, ...rest } = data
  const { from, to, overnight = false } = data
  const disabled = context.readOnly
  return (
    <>
      <div className="flex flex-col gap-1.5">
        <div className="grid grid-cols-2 items-start gap-2">
          <TimeField
            label={t('from')}
            disabled={disabled}
            value={from}
            onCommit={(next) => onChange(withHours(data, { from: next }))}
          />
          <TimeField
            label={t('to')}
            disabled={disabled}
            value={to}
            onCommit={(next) => onChange(withHours(data, { to: next }))}
          />
        </div>
        <p className="text-muted text-xs">
          {t('windowHint')} {t('zoneHint', { zone: zoneName(context.zone) })}
        </p>
      </div>
      {isReversed(data) && (
        <Checkbox
          label={t('overnight')}
          hint={overnight ? t('overnightHint') : t('reversedHint', { from: to, to: from })}
          disabled={disabled}
          checked={overnight}
          onChange={(next) => onChange(withHours(data, { overnight: next }))}
        />
      )}
      <WeekdaysField
        disabled={disabled}
        value={on}
        onCommit={(days) => onChange({ ...rest, ...(days && { on: days }) })}
      />
      <OwnProblems type="wait" problems={problems} />
    </>
  )
}
