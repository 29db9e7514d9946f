import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { contactDeliveriesQuery, type Delivery } from '@/data/contactHistory'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { formatDateTime } from '@/lib/dates'
import { localeName } from '@/lib/localeNames'
import { useLanguage } from '@/lib/useLanguage'
import { Badge, type BadgeTone } from '@/ui/Badge'
import { HistoryCard } from './HistoryCard'
import { useReasonText } from './useReasonText'

export function DeliveriesCard({ contactId }: { contactId: number }) {
  const { t } = useTranslation('contacts')
  const deliveries = useQuery(contactDeliveriesQuery(useWorkspaceId(), contactId))
  return (
    <HistoryCard
      title={t('deliveries.title')}
      empty={t('deliveries.none')}
      query={deliveries}
      rowKey={(delivery) => delivery.id}
      row={(delivery) => <DeliveryRow delivery={delivery} />}
    />
  )
}

type Fate = Delivery['status'] | 'delivered' | 'opened' | 'clicked'

/** The furthest a message got. */
function fateOf(delivery: Delivery): Fate {
  if (delivery.clicked_at) return 'clicked'
  if (delivery.opened_at) return 'opened'
  return delivery.delivered_at ? 'delivered' : delivery.status
}

const tones: Record<Fate, BadgeTone> = {
  queued: 'neutral',
  sent: 'neutral',
  delivered: 'accent',
  opened: 'positive',
  clicked: 'positive',
  skipped: 'warning',
  failed: 'danger',
}

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('contacts')
  const language = useLanguage()
  const reasonText = useReasonText()
  const fate = fateOf(delivery)
  const facts = [
    formatDateTime(delivery.sent_at ?? delivery.due_at, language),
    delivery.locale && localeName(delivery.locale, language),
  ].filter(Boolean)
  return (
    <>
      <div className="min-w-56 flex-1">
        <p className="font-medium">{delivery.journey ?? t('passages.deleted')}</p>
        <p className="text-muted text-xs">{facts.join(' · ')}</p>
        {delivery.because && <p className="text-muted text-xs">{reasonText(delivery.because)}</p>}
      </div>
      <Badge tone={tones[fate]}>{t(`deliveries.fate.${fate}`)}</Badge>
    </>
  )
}
