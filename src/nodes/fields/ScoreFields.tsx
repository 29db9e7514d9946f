import { useTranslation } from 'react-i18next'
import { ComparisonField } from './ComparisonField'
import type { ConditionProps } from './conditionProps'
import { NumberField } from './NumberField'
import { readAnyNumber } from './readAnyNumber'

export function ScoreFields({ number, condition, onCommit, disabled }: ConditionProps<'score'>) {
  const { t } = useTranslation('nodes')
  return (
    <>
      <ComparisonField
        label={t('where.op', { number })}
        disabled={disabled}
        value={condition.op}
        onChange={(op) => onCommit({ ...condition, op })}
      />
      <NumberField
        hideLabel
        error={t('numberError')}
        read={readAnyNumber}
        label={t('where.value', { number })}
        disabled={disabled}
        value={condition.value}
        onCommit={(value) => onCommit({ ...condition, value })}
      />
    </>
  )
}
