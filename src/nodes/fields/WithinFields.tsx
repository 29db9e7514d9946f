import { useTranslation } from 'react-i18next'
import { SelectField } from '@/ui/SelectField'
import { DurationField } from './DurationField'

type WithinFieldsProps = {
  number: string
  within: string | undefined
  onCommit: (within: string | undefined) => void
  disabled: boolean
}

const DEFAULT_WITHIN = 'P30D'

/** How far back to look: at any time, or within a time from now. */
export function WithinFields({ number, within, onCommit, disabled }: WithinFieldsProps) {
  const { t } = useTranslation('nodes')
  return (
    <>
      <SelectField
        label={t('condition.when', { number })}
        hideLabel
        disabled={disabled}
        value={within === undefined ? 'anyTime' : 'within'}
        onChange={(when) => onCommit(when === 'within' ? DEFAULT_WITHIN : undefined)}
        options={[
          { value: 'anyTime', label: t('condition.anyTime') },
          { value: 'within', label: t('condition.within') },
        ]}
      />
      {within !== undefined && (
        <DurationField label={t('condition.within')} hideLabel disabled={disabled} value={within} onCommit={onCommit} />
      )}
    </>
  )
}
