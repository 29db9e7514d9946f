import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Target } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { contactPassagesQuery, type Passage } from '@/data/contactHistory'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { formatDateTime } from '@/lib/dates'
import { useLanguage } from '@/lib/useLanguage'
import { Badge, type BadgeTone } from '@/ui/Badge'
import { AddToJourney } from './AddToJourney'
import { HistoryCard } from './HistoryCard'
import { KeptOut } from './KeptOut'
import { RemoveFromJourney } from './RemoveFromJourney'
import { useReasonText } from './useReasonText'

export function PassagesCard({ contactId }: { contactId: number }) {
  const { t } = useTranslation('contacts')
  const passages = useQuery(contactPassagesQuery(useWorkspaceId(), contactId))
  return (
    <HistoryCard
      title={t('passages.title')}
      empty={t('passages.none')}
      query={passages}
      rowKey={(passage) => passage.id}
      row={(passage) => <PassageRow passage={passage} contactId={contactId} />}
      actions={<AddToJourney contactId={contactId} />}
    >
      <KeptOut contactId={contactId} />
    </HistoryCard>
  )
}

type Standing = 'ended' | 'waiting' | 'stuck' | 'working'

function standingOf(passage: Passage): Standing {
  if (passage.ended_at) return 'ended'
  if (passage.wake_at) return 'waiting'
  return passage.last_error ? 'stuck' : 'working'
}

const tones: Record<Standing, BadgeTone> = { ended: 'neutral', waiting: 'accent', working: 'accent', stuck: 'danger' }

function PassageRow({ passage, contactId }: { passage: Passage; contactId: number }) {
  const { t } = useTranslation('contacts')
  const language = useLanguage()
  const workspaceId = useWorkspaceId()
  const reasonText = useReasonText()
  const standing = standingOf(passage)
  return (
    <>
      <div className="min-w-56 flex-1">
        <p className="font-medium">
          <Link
            to="/w/$workspaceId/journeys/$journeyId"
            params={{ workspaceId, journeyId: passage.journey_id }}
            className="rounded-xs hover:underline"
          >
            {passage.journey ?? t('passages.deleted')}
          </Link>
          {passage.number > 1 && (
            <span className="ms-2 font-normal text-muted text-xs">
              {t('passages.number', { number: passage.number })}
            </span>
          )}
        </p>
        <p className="text-muted text-xs">
          {t('passages.entered', { date: formatDateTime(passage.entered_at, language) })}
          {passage.ended_at && ` · ${t('passages.left', { date: formatDateTime(passage.ended_at, language) })}`}
        </p>
        {passage.waiting_because && passage.wake_at && (
          <p className="text-muted text-xs">
            {t('deliveries.heldNow', {
              reason: reasonText(passage.waiting_because),
              until: formatDateTime(passage.wake_at, language),
            })}
          </p>
        )}
        {passage.ended_because && <p className="text-muted text-xs">{reasonText(passage.ended_because)}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        {passage.converted_at && (
          <Badge tone="positive" icon={Target}>
            {t('passages.converted')}
          </Badge>
        )}
        <Badge tone={tones[standing]}>{t(`passages.standing.${standing}`)}</Badge>
        {!passage.ended_at && (
          <RemoveFromJourney contactId={contactId} journeyId={passage.journey_id} journey={passage.journey ?? ''} />
        )}
      </div>
    </>
  )
}
