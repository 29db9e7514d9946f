import { useTranslation } from 'react-i18next'
import type { Direction } from '../../content/locales'

type InboxLineProps = { sender: string; subject: string; preheader: string; locale: string; dir: Direction }

/** The mail as the list in an inbox shows it, cut off where a list cuts off. */
export function InboxLine({ sender, subject, preheader, locale, dir }: InboxLineProps) {
  const { t } = useTranslation('messages')
  return (
    <div dir={dir} className="flex min-w-0 flex-col rounded-md bg-subtle px-3 py-2 text-sm">
      <span className="truncate font-semibold">
        <bdi>{sender}</bdi>
      </span>
      <span lang={locale} className="truncate">
        {subject || <em className="text-muted">{t('noSubject')}</em>}
        {preheader && <span className="text-muted"> – {preheader}</span>}
      </span>
    </div>
  )
}
