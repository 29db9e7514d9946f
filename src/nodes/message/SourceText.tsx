import { Copy } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/Button'
import { directionOf, localeName } from '../../content/locales'
import { type EmailText, messageUnits } from '../../content/message'

type SourceTextProps = {
  locale: string
  text: EmailText | undefined
  onCopy: ((text: EmailText) => void) | undefined
}

/** What is to be translated, beside the fields it is translated in. */
export function SourceText({ locale, text, onCopy }: SourceTextProps) {
  const { t, i18n } = useTranslation('messages')
  const titleId = useId()
  const language = localeName(locale, i18n.language)
  return (
    <section aria-labelledby={titleId} className="flex min-w-0 flex-col gap-4">
      <div className="flex min-h-8 items-center justify-between gap-2">
        <h3 id={titleId} className="font-medium text-muted text-sm">
          {t('source', { language })}
        </h3>
        {text && onCopy && (
          <Button size="sm" variant="quiet" icon={Copy} onClick={() => onCopy(text)}>
            {t('copySource')}
          </Button>
        )}
      </div>
      {text ? (
        <dl className="flex flex-col gap-4 text-sm">
          {messageUnits.map((unit) => (
            <div key={unit} className="flex flex-col gap-1.5">
              <dt className="font-medium">{t(`node.message:unit.${unit}`)}</dt>
              <dd
                lang={locale}
                dir={directionOf(locale)}
                className="min-h-8 whitespace-pre-wrap break-words rounded-sm border border-line bg-subtle px-2.5 py-1.5"
              >
                {text[unit]}
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="text-muted text-sm">{t('noSource', { language })}</p>
      )}
    </section>
  )
}
