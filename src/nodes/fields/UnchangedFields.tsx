import { useTranslation } from 'react-i18next'
import { SelectField } from '@/ui/SelectField'
import type { ConditionProps } from './conditionProps'
import { DurationField } from './DurationField'
import { TestFields } from './TestFields'
import { AttributeField } from './ValueFields'

const ages = ['atLeast', 'lessThan'] as const

/** A test of the profile, and for how long the value has been as it is. */
export function UnchangedFields({ number, condition, workspaceId, onCommit, disabled }: ConditionProps<'unchanged'>) {
  const { t } = useTranslation('nodes')
  return (
    <>
      <AttributeField
        number={number}
        workspaceId={workspaceId}
        disabled={disabled}
        attribute={condition.attribute}
        onCommit={(attribute) => onCommit({ ...condition, attribute })}
      />
      <TestFields
        number={number}
        disabled={disabled}
        withDates
        test={condition.test}
        onCommit={(test) => onCommit({ ...condition, test })}
      />
      <SelectField
        label={t('condition.age', { number })}
        hideLabel
        disabled={disabled}
        value={condition.op}
        onChange={(op) => onCommit({ ...condition, op })}
        options={ages.map((op) => ({ value: op, label: t(`age.${op}`) }))}
      />
      <DurationField
        label={t('condition.ageLasting')}
        hideLabel
        disabled={disabled}
        value={condition.lasting}
        onCommit={(lasting) => onCommit({ ...condition, lasting })}
      />
    </>
  )
}
