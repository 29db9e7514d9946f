import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { weekdayName } from '@/lib/weekdayNames'
import { type Weekday, weekdays } from '../../engine/weekday'

type WeekdaysFieldProps = {
  /** Every day where it is left out. */
  value: readonly Weekday[] | undefined
  onCommit: (days: Weekday[] | undefined) => void
  disabled: boolean
}

const dayStyle =
  'h-8 min-w-10 rounded-sm border border-line-strong bg-surface px-2 text-ink text-sm ' +
  'data-pressed:border-accent data-pressed:bg-accent data-pressed:text-on-accent data-disabled:opacity-50 ' +
  'forced-colors:data-pressed:border-[Highlight] forced-colors:data-pressed:border-4'

export function WeekdaysField({ value = weekdays, onCommit, disabled }: WeekdaysFieldProps) {
  const { t, i18n } = useTranslation('node.wait')
  const labelId = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <span id={labelId} className="font-medium text-ink text-sm">
        {t('days')}
      </span>
      <ToggleGroup
        multiple
        aria-labelledby={labelId}
        disabled={disabled}
        className="flex flex-wrap gap-1.5"
        value={value}
        onValueChange={(chosen) => {
          const days = weekdays.filter((day) => chosen.includes(day))
          onCommit(days.length === weekdays.length ? undefined : days)
        }}
      >
        {weekdays.map((day) => (
          <Toggle key={day} value={day} title={weekdayName(day, i18n.language)} className={dayStyle}>
            {weekdayName(day, i18n.language, 'short')}
          </Toggle>
        ))}
      </ToggleGroup>
    </div>
  )
}
