import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { eventPropertiesQuery } from '@/data/eventNames'
import { useLanguage } from '@/lib/useLanguage'
import { SuggestField } from '@/nodes/fields/SuggestField'
import { Combobox } from '@/ui/Combobox'
import { useEditor } from '../store/EditorContext'

interface Value {
  property: string
  currency: string
}

type ValueFieldsProps = { value: Value | undefined; eventName: string; onChange: (value: Value | undefined) => void }

/** What a conversion is worth: a property of the goal event, in a currency. */
export function ValueFields({ value, eventName, onChange }: ValueFieldsProps) {
  const { t } = useTranslation('editor')
  const { workspaceId, readOnly } = useEditor().world
  const { data: properties = [] } = useQuery(eventPropertiesQuery(workspaceId, eventName))
  const currencies = useCurrencies()
  return (
    <div className="flex gap-3">
      <SuggestField
        className="flex-1"
        label={t('settings.value')}
        optional
        hint={t('settings.valueHint')}
        disabled={readOnly}
        value={value?.property ?? ''}
        suggestions={properties}
        onCommit={(property) =>
          onChange(property === '' ? undefined : { property, currency: value?.currency ?? 'EUR' })
        }
      />
      {value && (
        <Combobox
          className="w-32"
          label={t('settings.currency')}
          disabled={readOnly}
          options={currencies}
          value={value.currency}
          onChange={(currency) => onChange({ ...value, currency })}
        />
      )}
    </div>
  )
}

function useCurrencies() {
  const language = useLanguage()
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'currency' })
    return Intl.supportedValuesOf('currency').map((code) => ({
      value: code,
      label: code,
      hint: names.of(code) ?? code,
    }))
  }, [language])
}
