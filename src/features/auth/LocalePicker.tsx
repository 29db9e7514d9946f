import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { localeName, localeOptions, typedLocale } from '@/lib/localeNames'
import { useLanguage } from '@/lib/useLanguage'
import { Combobox } from '@/ui/Combobox'

type LocalePickerProps = { without: string; value: string[]; onChange: (locales: string[]) => void }

/** Picks any number of locales: choosing one adds it as a chip and empties the field for the next. */
export function LocalePicker({ without, value, onChange }: LocalePickerProps) {
  const { t } = useTranslation('auth')
  const language = useLanguage()
  const taken = [without, ...value]
  const chips = value.filter((locale) => locale !== without)
  return (
    <div className="flex flex-col gap-2">
      <Combobox
        key={value.join()}
        size="lg"
        optional
        label={t('start.others')}
        hint={t('start.othersHint')}
        placeholder={t('start.addLocale')}
        options={localeOptions(language).filter((option) => !taken.includes(option.value))}
        accept={(typed) => typedLocale(typed, language)}
        value={null}
        onChange={(locale) => onChange([...new Set([...value, locale])])}
      />
      {chips.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {chips.map((locale) => (
            <li
              key={locale}
              className="inline-flex h-7 items-center gap-1 rounded-sm border border-line bg-surface ps-2.5 pe-0.5 text-sm"
            >
              {localeName(locale, language)}
              <button
                type="button"
                aria-label={t('start.removeLocale', { name: localeName(locale, language) })}
                onClick={() => onChange(value.filter((each) => each !== locale))}
                className="inline-flex size-6 items-center justify-center rounded-xs text-muted hover:bg-subtle hover:text-ink"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
