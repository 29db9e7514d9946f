import { useTranslation } from 'react-i18next'
import { SelectField } from '@/ui/SelectField'
import type { Comparison } from '../../audience/rule'

type ComparisonFieldProps = {
  label: string
  value: Comparison
  onChange: (op: Comparison) => void
  disabled: boolean
}

const comparisons = ['moreThan', 'atLeast', 'lessThan', 'atMost'] as const satisfies readonly Comparison[]

/** How a number is to stand to another. */
export function ComparisonField(props: ComparisonFieldProps) {
  const { t } = useTranslation('nodes')
  return <SelectField {...props} hideLabel options={comparisons.map((op) => ({ value: op, label: t(`op.${op}`) }))} />
}
