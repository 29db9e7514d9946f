import { useTranslation } from 'react-i18next'
import { Combobox, type ComboboxOption } from '@/ui/Combobox'

type ContactPickerProps = { value: string; onChange: (value: string) => void; options: readonly ComboboxOption[] }

export function ContactPicker({ value, onChange, options }: ContactPickerProps) {
  const { t } = useTranslation('messages')
  return (
    <Combobox label={t('contact')} value={value} onChange={onChange} options={options} className="w-80 max-w-full" />
  )
}
