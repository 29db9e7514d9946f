import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { eventPropertiesQuery } from '@/data/eventNames'
import { Checkbox } from '@/ui/Checkbox'
import type { Performed } from '../../audience/rule'
import { ComparisonField } from './ComparisonField'
import { NumberField } from './NumberField'
import { readAnyNumber } from './readAnyNumber'
import { SuggestField } from './SuggestField'

type Sum = Performed['sum']

type SumFieldsProps = {
  number: string
  workspaceId: string
  /** The event whose property is added up. */
  event: string
  sum: Sum
  onCommit: (sum: Sum) => void
  disabled: boolean
}

const FIRST_SUM = { property: '', op: 'atLeast', value: 1 } as const

/** What a property of the events is to add up to. */
export function SumFields({ number, workspaceId, event, sum, onCommit, disabled }: SumFieldsProps) {
  const { t } = useTranslation('nodes')
  const { data: properties = [] } = useQuery(eventPropertiesQuery(workspaceId, event))
  return (
    <>
      <Checkbox
        label={t('condition.sum')}
        disabled={disabled}
        checked={sum !== undefined}
        onChange={(wanted) => onCommit(wanted ? FIRST_SUM : undefined)}
      />
      {sum && (
        <>
          <SuggestField
            label={t('condition.sumProperty', { number })}
            hideLabel
            disabled={disabled}
            placeholder={t('property.placeholder')}
            value={sum.property}
            suggestions={properties}
            onCommit={(property) => onCommit({ ...sum, property })}
          />
          <ComparisonField
            label={t('condition.sumOp', { number })}
            disabled={disabled}
            value={sum.op}
            onChange={(op) => onCommit({ ...sum, op })}
          />
          <NumberField
            hideLabel
            error={t('numberError')}
            read={readAnyNumber}
            label={t('condition.sumValue', { number })}
            disabled={disabled}
            value={sum.value}
            onCommit={(value) => onCommit({ ...sum, value })}
          />
        </>
      )}
    </>
  )
}
