import { useTranslation } from 'react-i18next'
import { type Consent, standsTo, useSetConsent } from '@/data/consents'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { type Topic, topicName } from '@/data/topics'
import { formatDateTime } from '@/lib/dates'
import { useLanguage } from '@/lib/useLanguage'
import { Button } from '@/ui/Button'
import { ConsentState } from './ConsentState'

type TopicConsentProps = { topic: Topic; consents: readonly Consent[]; contactId: number }

const CHANNEL = 'email'

/** How the contact stands to one topic, since when and by whom, and the way to write down that they said otherwise. */
export function TopicConsent({ topic, consents, contactId }: TopicConsentProps) {
  const { t } = useTranslation('contacts')
  const language = useLanguage()
  const refusal = useRefusal('editor')
  const setConsent = useSetConsent(useWorkspaceId(), contactId)
  const name = topicName(topic, language)
  const state = standsTo(topic, consents)
  const said = consents.find((consent) => consent.channel === CHANNEL && consent.topic === topic.id)
  const wants = state === 'unsubscribed'
  return (
    <li className="flex flex-col items-start gap-1.5 border-line border-b py-3 text-sm last:border-b-0 last:pb-0">
      <div className="flex w-full flex-wrap items-center justify-between gap-2">
        <bdi className="min-w-0 [overflow-wrap:anywhere]">{name}</bdi>
        <ConsentState state={state}>{t(`consent.states.${state}`)}</ConsentState>
      </div>
      {said && (
        <p className="text-muted text-xs">
          {t(`consent.source.${said.source}`, { date: formatDateTime(said.changed_at, language) })}
        </p>
      )}
      {state === 'pending' && <p className="text-muted text-xs">{t('consent.asked')}</p>}
      <Button
        size="sm"
        aria-label={t(wants ? 'consent.subscribeTo' : 'consent.unsubscribeFrom', { topic: name })}
        disabledReason={refusal}
        busy={setConsent.isPending}
        onClick={() => setConsent.mutate({ channel: CHANNEL, topic: topic.id, subscribed: wants })}
      >
        {wants ? t('consent.subscribe') : t('consent.unsubscribe')}
      </Button>
    </li>
  )
}
