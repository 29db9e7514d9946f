import { Check, CircleDashed, CircleDotDashed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@/ui/Badge'
import { localeName } from '../../content/locales'
import { completeness, type EmailContent, type LocaleCompleteness, messageUnits, textIn } from '../../content/message'

const looks = {
  complete: { tone: 'positive', icon: Check },
  partial: { tone: 'warning', icon: CircleDotDashed },
  missing: { tone: 'neutral', icon: CircleDashed },
} as const

/** How far each language is written: `en ✓ nl 2/3 fi missing`. */
export function LocaleChips({ content, locales }: { content: EmailContent; locales: readonly string[] }) {
  const { i18n } = useTranslation('messages')
  return (
    <ul className="flex flex-wrap gap-1.5">
      {completeness(content, locales).map(({ locale, state }) => (
        <li key={locale} title={localeName(locale, i18n.language)}>
          <LocaleChip content={content} locale={locale} state={state} label={locale} />
        </li>
      ))}
    </ul>
  )
}

type LocaleChipProps = {
  content: EmailContent
  locale: string
  state: LocaleCompleteness['state']
  label?: string
}

export function LocaleChip({ content, locale, state, label }: LocaleChipProps) {
  const { t } = useTranslation('messages')
  const text = textIn(content, locale)
  const written = messageUnits.filter((unit) => text?.[unit].trim()).length
  const { tone, icon } = looks[state]
  const said = t(`state.${state}`, { written, all: messageUnits.length })
  return (
    <Badge tone={tone} icon={icon}>
      {label && <span dir="ltr">{label}</span>}
      {state === 'complete' ? <span className="sr-only">{said}</span> : <span>{said}</span>}
    </Badge>
  )
}
