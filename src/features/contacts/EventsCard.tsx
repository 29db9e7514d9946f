import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { type ContactEvent, contactEventsQuery } from '@/data/events'
import { formatDateTime } from '@/lib/dates'
import { useLanguage } from '@/lib/useLanguage'
import { HistoryCard } from './HistoryCard'

export function EventsCard({ contactId }: { contactId: number }) {
  const { t } = useTranslation('contacts')
  const events = useQuery(contactEventsQuery(useWorkspaceId(), contactId))
  return (
    <HistoryCard
      title={t('events.title')}
      empty={t('events.none')}
      query={events}
      rowKey={(event) => event.id}
      row={(event) => <EventRow event={event} />}
    />
  )
}

function EventRow({ event }: { event: ContactEvent }) {
  const { t, i18n } = useTranslation('contacts')
  const language = useLanguage()
  const key = event.type === 'signal' ? `events.signal.${event.name.slice(1)}` : `events.call.${event.type}`
  const properties = JSON.stringify(event.properties, null, 2)
  return (
    <>
      <div className="min-w-56 flex-1">
        <p className="font-medium">
          {event.type !== 'track' && i18n.exists(`contacts:${key}`) ? t(key) : <bdi>{event.name}</bdi>}
        </p>
        <time dateTime={event.occurred_at} className="text-muted text-xs">
          {formatDateTime(event.occurred_at, language)}
        </time>
      </div>
      {properties !== '{}' && (
        <details className="w-full text-xs">
          <summary className="w-fit cursor-pointer rounded-xs text-muted hover:text-ink">
            {t('events.properties')}
          </summary>
          <pre dir="ltr" className="mt-1.5 overflow-x-auto rounded-sm bg-subtle p-2.5 font-mono leading-5">
            {properties}
          </pre>
        </details>
      )}
    </>
  )
}
