import { useTranslation } from 'react-i18next'
import { Notice } from '@/ui/Notice'
import type { ChosenLocale } from '../../content/chooseLocale'
import { localeName } from '../../content/locales'

/** Which text the contact gets, and why that one. */
export function ChosenText({ gets }: { gets: ChosenLocale }) {
  const { t, i18n } = useTranslation('messages')
  const nameOf = (locale: string | null) => (locale ? localeName(locale, i18n.language) : '')
  const because = gets.because === 'source' && gets.wanted === null ? 'sourceUnknown' : gets.because
  return (
    <Notice tone={gets.locale === null ? 'warning' : 'info'}>
      {t(`getsBecause.${because}`, { language: nameOf(gets.locale), wanted: nameOf(gets.wanted) })}
    </Notice>
  )
}
