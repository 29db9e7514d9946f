import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { eventPropertiesQuery } from '@/data/eventNames'
import { SelectField } from '@/ui/SelectField'
import { DraftField } from '../fields/DraftField'
import { NumberField } from '../fields/NumberField'
import { readAmount } from '../fields/readAmount'
import { SuggestField } from '../fields/SuggestField'
import type { AttributeValue } from './updateData'

type AttributeValueFieldsProps = {
  value: AttributeValue
  workspaceId: string
  disabled: boolean
  onCommit: (value: AttributeValue) => void
}

const kinds = ['text', 'number', 'yesNo', 'date', 'entryEvent'] as const

const blankOf: Record<AttributeValue['is'], AttributeValue> = {
  text: { is: 'text', value: '' },
  number: { is: 'number', value: null },
  yesNo: { is: 'yesNo', value: true },
  date: { is: 'date', value: '' },
  entryEvent: { is: 'entryEvent', property: '' },
}

/** A value of one's own, or one that the entry event brings. */
export function AttributeValueFields(props: AttributeValueFieldsProps) {
  const { t } = useTranslation('node.update')
  const { value, disabled, onCommit } = props
  return (
    <>
      <SelectField
        label={t('valueIs')}
        disabled={disabled}
        value={value.is}
        onChange={(is) => onCommit(blankOf[is])}
        options={kinds.map((each) => ({ value: each, label: t(`is.${each}`) }))}
      />
      <ValueField {...props} />
    </>
  )
}

function ValueField({ value, workspaceId, disabled, onCommit }: AttributeValueFieldsProps) {
  const { t } = useTranslation('node.update')
  const { data: properties = [] } = useQuery(eventPropertiesQuery(workspaceId))
  switch (value.is) {
    case 'entryEvent':
      return (
        <SuggestField
          label={t('property')}
          hint={t('propertyHint')}
          disabled={disabled}
          value={value.property}
          suggestions={properties}
          onCommit={(property) => onCommit({ is: 'entryEvent', property })}
        />
      )
    case 'yesNo':
      return (
        <SelectField
          label={t('value')}
          disabled={disabled}
          value={String(value.value)}
          onChange={(next) => onCommit({ is: 'yesNo', value: next === 'true' })}
          options={[
            { value: 'true', label: t('nodes:yes') },
            { value: 'false', label: t('nodes:no') },
          ]}
        />
      )
    case 'number':
      return (
        <NumberField
          label={t('value')}
          error={t('nodes:numberError')}
          disabled={disabled}
          value={value.value}
          read={readAmount}
          onCommit={(next) => onCommit({ is: 'number', value: next })}
        />
      )
    default:
      return (
        <DraftField
          label={t('value')}
          placeholder={value.is === 'date' ? '2026-03-29' : ''}
          maxLength={1000}
          disabled={disabled}
          value={value.value}
          onCommit={(next) => onCommit({ is: value.is, value: next.trim() })}
        />
      )
  }
}
