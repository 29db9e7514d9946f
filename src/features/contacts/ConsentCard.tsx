import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Consent, consentsQuery, EVERY_TOPIC, type Said, standsTo, useSetConsent } from '@/data/consents'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { blockedQuery } from '@/data/suppressions'
import { topicsQuery } from '@/data/topics'
import { formatDateTime } from '@/lib/dates'
import { useErrorText } from '@/lib/useErrorText'
import { useLanguage } from '@/lib/useLanguage'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { SkeletonRows } from '@/ui/Skeleton'
import { notify } from '@/ui/toasts'
import { ConsentState } from './ConsentState'
import { TopicConsent } from './TopicConsent'

const CHANNEL = 'email'

export function ConsentCard({ contactId, email }: { contactId: number; email: string | null }) {
  const { t } = useTranslation('contacts')
  const workspaceId = useWorkspaceId()
  const consents = useQuery(consentsQuery(workspaceId, contactId))
  const { data: topics = [] } = useQuery(topicsQuery(workspaceId))
  const errorText = useErrorText()
  return (
    <Card title={t('consent.title')} description={t('consent.description')}>
      <Blocked email={email} />
      {consents.isPending && <SkeletonRows rows={1} />}
      {consents.isError && <ErrorState description={errorText(consents.error)} onRetry={consents.refetch} />}
      {consents.data && <EveryTopic contactId={contactId} consents={consents.data} />}
      {consents.data && topics.length > 0 && (
        <ul className="mt-4 flex flex-col border-line border-t pt-1">
          {topics.map((topic) => (
            <TopicConsent key={topic.id} topic={topic} consents={consents.data} contactId={contactId} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Blocked({ email }: { email: string | null }) {
  const { t } = useTranslation('contacts')
  const { data: blocked } = useQuery({ ...blockedQuery(useWorkspaceId(), email ?? ''), enabled: email !== null })
  if (!blocked) return null
  return (
    <Notice tone="warning" className="mb-4">
      {t('consent.blocked', { reason: t(`consent.blockedBecause.${blocked.because}`) })}
    </Notice>
  )
}

function EveryTopic({ contactId, consents }: { contactId: number; consents: readonly Consent[] }) {
  const { t } = useTranslation('contacts')
  const language = useLanguage()
  const refusal = useRefusal('editor')
  const setConsent = useSetConsent(useWorkspaceId(), contactId)
  const said = consents.find((consent) => consent.channel === CHANNEL && consent.topic === EVERY_TOPIC)
  const isAllowed = standsTo({ id: EVERY_TOPIC, by_default: 'subscribed' }, consents) === 'subscribed'

  const say = (subscribed: boolean): Said => ({ channel: CHANNEL, topic: EVERY_TOPIC, subscribed })
  const change = () =>
    setConsent.mutate(say(!isAllowed), {
      onSuccess: () =>
        notify({
          title: isAllowed ? t('consent.nowRefused') : t('consent.nowAllowed'),
          action: { label: t('consent.undo'), onPress: () => setConsent.mutate(say(isAllowed)) },
        }),
    })
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center justify-between gap-2 text-sm">
        <span className="font-medium">{t('consent.email')}</span>
        <ConsentState state={isAllowed ? 'subscribed' : 'unsubscribed'}>
          {isAllowed ? t('consent.allowed') : t('consent.refused')}
        </ConsentState>
      </div>
      {said && (
        <p className="text-muted text-xs">
          {t(`consent.source.${said.source}`, { date: formatDateTime(said.changed_at, language) })}
        </p>
      )}
      <Button disabledReason={refusal} busy={setConsent.isPending} onClick={change}>
        {isAllowed ? t('consent.unsubscribe') : t('consent.resubscribe')}
      </Button>
      {!isAllowed && <p className="text-muted text-xs">{t('consent.leftAll')}</p>}
    </div>
  )
}
