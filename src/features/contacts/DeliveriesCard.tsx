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

type Fate = Delivery['status'] | 'delivered' | 'opened' | 'clicked' | 'bounced' | 'complained'

/** The furthest a message got. */
function fateOf(delivery: Delivery): Fate {
  if (delivery.complained_at) return 'complained'
  if (delivery.bounced_at) return 'bounced'
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
  bounced: 'danger',
  complained: 'danger',
}

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('contacts')
  const language = useLanguage()
  const reasonText = useReasonText()
  const fate = fateOf(delivery)
  const facts = [
    (delivery.channel === 'webhook' || delivery.channel === 'task') && t(`deliveries.channel.${delivery.channel}`),
    formatDateTime(delivery.sent_at ?? delivery.due_at, language),
    delivery.locale && localeName(delivery.locale, language),
  ].filter(Boolean)
  return (
    <>
      <div className="min-w-56 flex-1">
        <p className="font-medium">{delivery.journey ?? t('passages.deleted')}</p>
        <p className="text-muted text-xs">{facts.join(' · ')}</p>
        <HeldBack delivery={delivery} />
        {delivery.because && <p className="text-muted text-xs">{reasonText(delivery.because)}</p>}
      </div>
      <Badge tone={tones[fate]}>{t(`deliveries.fate.${fate}`)}</Badge>
    </>
  )
}

/** Since when it waited at its step, and why; it was handed over when it was due. */
function HeldBack({ delivery: { held_since, held_because, due_at } }: { delivery: Delivery }) {
  const { t } = useTranslation('contacts')
  const language = useLanguage()
  const reasonText = useReasonText()
  if (!held_since || !held_because) return null
  return (
    <p className="text-muted text-xs">
      {t('deliveries.held', {
        reason: reasonText(held_because),
        from: formatDateTime(held_since, language),
        until: formatDateTime(due_at, language),
      })}
    </p>
  )
}
