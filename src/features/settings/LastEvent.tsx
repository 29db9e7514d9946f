import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { lastEventQuery } from '@/data/events'
import { formatAgo } from '@/lib/dates'
import { useLanguage } from '@/lib/useLanguage'
import { Notice } from '@/ui/Notice'

export function LastEvent() {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const { data: last } = useQuery(lastEventQuery(useWorkspaceId()))
  if (last === undefined) return null
  if (last === null) return <Notice>{t('lastEvent.none')}</Notice>
  return (
    <Notice tone="positive">
      {last.type === 'track'
        ? t('lastEvent.event', { name: last.name, ago: formatAgo(last.received_at, language) })
        : t('lastEvent.call', { type: last.type, ago: formatAgo(last.received_at, language) })}
    </Notice>
  )
}
