import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { durationText, unitName } from '@/lib/durationText'
import { Button } from '@/ui/Button'
import { cx } from '@/ui/cx'
import { SelectField } from '@/ui/SelectField'
import { TextField } from '@/ui/TextField'
import { type OfferedUnit, offeredUnits, readDuration, readWholeNumber, writeDuration } from './oneUnitDuration'
import { useDraft } from './useDraft'

type DurationFieldProps = {
  label: string
  hint?: string
  hideLabel?: boolean
  value: string
  onCommit: (duration: string) => void
  disabled?: boolean
}

const MOST = 999

export function DurationField({ label, hint, hideLabel, value, onCommit, disabled = false }: DurationFieldProps) {
  const { t, i18n } = useTranslation('nodes')
  const hintId = useId()
  const parts = readDuration(value)
  return (
    <fieldset
      disabled={disabled}
      aria-describedby={hint ? hintId : undefined}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <legend className={cx('mb-1.5 font-medium text-ink text-sm', hideLabel && 'sr-only')}>{label}</legend>
      {parts ? (
        <AmountAndUnit {...parts} onCommit={onCommit} disabled={disabled} />
      ) : (
        <div className="flex items-center justify-between gap-2 text-sm">
          {durationText(value, i18n.language)}
          <Button size="sm" disabled={disabled} onClick={() => onCommit(writeDuration({ amount: 1, unit: 'day' }))}>
            {t('duration.change')}
          </Button>
        </div>
      )}
      {hint && (
        <p id={hintId} className="text-muted text-xs">
          {hint}
        </p>
      )}
    </fieldset>
  )
}

type AmountAndUnitProps = {
  amount: number
  unit: OfferedUnit
  onCommit: (duration: string) => void
  disabled: boolean
}

function AmountAndUnit({ amount, unit, onCommit, disabled }: AmountAndUnitProps) {
  const { t, i18n } = useTranslation('nodes')
  const [refused, setRefused] = useState(false)
  const draft = useDraft(String(amount), (text) => {
    const wanted = readWholeNumber(text, MOST)
    setRefused(wanted === undefined)
    if (wanted !== undefined) onCommit(writeDuration({ amount: wanted, unit }))
  })
  const shown = readWholeNumber(draft.text, MOST) ?? amount
  return (
    <div className="grid grid-cols-[5.5rem_1fr] items-start gap-2">
      <TextField
        label={t('duration.amount')}
        hideLabel
        inputMode="numeric"
        autoComplete="off"
        disabled={disabled}
        error={refused ? t('duration.error', { most: MOST }) : undefined}
        value={draft.text}
        onChange={(event) => draft.type(event.target.value)}
        onBlur={draft.leave}
        onKeyDown={draft.leaveOnEnter}
      />
      <SelectField
        label={t('duration.unit')}
        hideLabel
        disabled={disabled}
        value={unit}
        onChange={(next) => onCommit(writeDuration({ amount: shown, unit: next }))}
        options={offeredUnits.map((each) => ({ value: each, label: unitName(each, shown, i18n.language) }))}
      />
    </div>
  )
}
