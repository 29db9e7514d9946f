import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '@/ui/cx'
import { localeName } from '../../content/locales'
import { completeness, type EmailContent, type EmailText, textIn } from '../../content/message'
import type { PanelContext } from '../nodeView'
import { LocaleChip } from './LocaleChips'
import { SourceText } from './SourceText'
import { TextFields } from './TextFields'

type MessageWriterProps = {
  content: EmailContent
  onChange: (content: EmailContent) => void
  context: PanelContext
}

const blankText: EmailText = { subject: '', preheader: '', body: '' }

export function MessageWriter({ content, onChange, context }: MessageWriterProps) {
  const { t, i18n } = useTranslation('messages')
  const { locales, sourceLocale } = context
  const [locale, setLocale] = useState(sourceLocale)
  const isSource = locale === sourceLocale
  const text = textIn(content, locale) ?? blankText
  const change = (next: EmailText) => onChange(withText(content, locale, next))
  return (
    <div className="grid gap-x-8 gap-y-5 md:grid-cols-[13rem_minmax(0,1fr)]">
      <nav aria-label={t('languages')} className="flex gap-1 overflow-x-auto md:flex-col">
        {completeness(content, locales).map((each) => (
          <button
            key={each.locale}
            type="button"
            aria-current={each.locale === locale || undefined}
            onClick={() => setLocale(each.locale)}
            className={cx(
              'flex min-h-9 shrink-0 items-center justify-between gap-2 rounded-sm px-2.5 py-1.5 text-start text-sm hover:bg-subtle',
              each.locale === locale && 'bg-accent-soft font-medium',
            )}
          >
            {localeName(each.locale, i18n.language)}
            <LocaleChip content={content} locale={each.locale} state={each.state} />
          </button>
        ))}
      </nav>
      <div className={cx('grid min-w-0 gap-6', isSource ? 'max-w-3xl' : 'lg:grid-cols-2')}>
        {!isSource && (
          <SourceText
            locale={sourceLocale}
            text={textIn(content, sourceLocale)}
            onCopy={context.readOnly ? undefined : change}
          />
        )}
        <TextFields
          key={locale}
          locale={locale}
          hint={
            isSource && locales.length > 1 ? t('isSource', { language: localeName(locale, i18n.language) }) : undefined
          }
          text={text}
          onChange={change}
          workspaceId={context.workspaceId}
          readOnly={context.readOnly}
        />
      </div>
    </div>
  )
}

/** A locale with nothing written is not in the document, so that a cleared one is missing and not empty. */
function withText(content: EmailContent, locale: string, text: EmailText): EmailContent {
  const { [locale]: _, ...others } = content
  const isBlank = Object.values(text).every((unit) => unit === '')
  return isBlank ? others : { ...others, [locale]: text }
}
