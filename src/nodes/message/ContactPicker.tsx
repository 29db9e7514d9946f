import { useTranslation } from 'react-i18next'
import { Combobox, type ComboboxOption } from '@/ui/Combobox'

type ContactPickerProps = {
  value: string
  onChange: (value: string) => void
  onSearch: (typed: string) => void
  options: readonly ComboboxOption[]
}

export function ContactPicker(props: ContactPickerProps) {
  const { t } = useTranslation('messages')
  return <Combobox label={t('contact')} {...props} className="w-80 max-w-full" />
}
