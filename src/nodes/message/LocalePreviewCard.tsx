import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@/ui/Badge'
import { cx } from '@/ui/cx'
import { Notice } from '@/ui/Notice'
import { directionOf, localeName } from '../../content/locales'
import { InboxLine } from './InboxLine'
import { MailFrame, type MailWidth } from './MailFrame'
import type { LocalePreview } from './previewMessage'
import { UnitIssues } from './UnitIssues'

type LocalePreviewCardProps = { preview: LocalePreview; sender: string; width: MailWidth; isChosen: boolean }

export function LocalePreviewCard({ preview, sender, width, isChosen }: LocalePreviewCardProps) {
  const { t, i18n } = useTranslation('messages')
  const { locale, sent, mail, state } = preview
  const language = localeName(locale, i18n.language)
  const fallsBack = sent.locale !== locale
  return (
    <li
      aria-label={language}
      className={cx(
        'flex shrink-0 snap-start flex-col gap-3 rounded-lg border p-3',
        width === 'desktop' ? 'w-[min(40rem,85vw)]' : 'w-[min(23.5rem,85vw)]',
        isChosen ? 'border-accent ring-2 ring-accent/30' : 'border-line',
        state === 'missing' && 'border-dashed',
      )}
    >
      <header className="flex min-h-6 flex-wrap items-center gap-2">
        <h3 className="font-medium text-sm">{language}</h3>
        <code className="text-muted text-xs">{locale}</code>
        {isChosen && (
          <Badge tone="accent" icon={CircleCheck} className="ms-auto">
            {t('gets')}
          </Badge>
        )}
      </header>
      {fallsBack && (
        <Notice tone="warning">
          {sent.locale === null
            ? t('nothingSent', { language })
            : t('fallsBack', { language, sent: localeName(sent.locale, i18n.language) })}
        </Notice>
      )}
      {mail && sent.locale !== null && (
        <>
          <InboxLine
            sender={sender}
            subject={mail.subject}
            preheader={mail.preheader}
            locale={sent.locale}
            dir={directionOf(sent.locale)}
          />
          <MailFrame mail={mail} title={t('mail', { language: localeName(sent.locale, i18n.language) })} />
          <UnitIssues source="" issues={mail.issues} onFix={undefined} />
        </>
      )}
    </li>
  )
}
