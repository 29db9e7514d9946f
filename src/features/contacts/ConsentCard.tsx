import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Consent, consentsQuery, EVERY_TOPIC, useSetConsent } from '@/data/consents'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { formatDateTime } from '@/lib/dates'
import { useErrorText } from '@/lib/useErrorText'
import { useLanguage } from '@/lib/useLanguage'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { SkeletonRows } from '@/ui/Skeleton'
import { notify } from '@/ui/toasts'

const CHANNEL = 'email'

export function ConsentCard({ contactId }: { contactId: number }) {
  const { t } = useTranslation('contacts')
  const consents = useQuery(consentsQuery(useWorkspaceId(), contactId))
  const errorText = useErrorText()
  return (
    <Card title={t('consent.title')} description={t('consent.description')}>
      {consents.isPending && <SkeletonRows rows={1} />}
      {consents.isError && <ErrorState description={errorText(consents.error)} onRetry={consents.refetch} />}
      {consents.data && <EveryTopic contactId={contactId} consents={consents.data} />}
      {consents.data
        ?.filter((consent) => consent.topic !== EVERY_TOPIC)
        .map((consent) => (
          <p
            key={`${consent.channel} ${consent.topic}`}
            className="mt-3 flex items-center justify-between gap-2 text-sm"
          >
            <bdi>{consent.topic}</bdi>
            <State subscribed={consent.subscribed} />
          </p>
        ))}
    </Card>
  )
}

function State({ subscribed }: { subscribed: boolean }) {
  const { t } = useTranslation('contacts')
  return (
    <Badge tone={subscribed ? 'positive' : 'warning'}>{subscribed ? t('consent.allowed') : t('consent.refused')}</Badge>
  )
}

function EveryTopic({ contactId, consents }: { contactId: number; consents: Consent[] }) {
  const { t } = useTranslation('contacts')
  const language = useLanguage()
  const refusal = useRefusal('editor')
  const setConsent = useSetConsent(useWorkspaceId(), contactId)
  const said = consents.find((consent) => consent.channel === CHANNEL && consent.topic === EVERY_TOPIC)
  const subscribed = said?.subscribed ?? true

  const say = (wanted: boolean) => setConsent.mutate({ channel: CHANNEL, topic: EVERY_TOPIC, subscribed: wanted })
  const change = () =>
    setConsent.mutate(
      { channel: CHANNEL, topic: EVERY_TOPIC, subscribed: !subscribed },
      {
        onSuccess: () =>
          notify({
            title: subscribed ? t('consent.nowRefused') : t('consent.nowAllowed'),
            action: { label: t('consent.undo'), onPress: () => say(subscribed) },
          }),
      },
    )
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center justify-between gap-2 text-sm">
        <span className="font-medium">{t('consent.email')}</span>
        <State subscribed={subscribed} />
      </div>
      {said && (
        <p className="text-muted text-xs">
          {t(`consent.source.${said.source}`, { date: formatDateTime(said.changed_at, language) })}
        </p>
      )}
      <Button disabledReason={refusal} busy={setConsent.isPending} onClick={change}>
        {subscribed ? t('consent.unsubscribe') : t('consent.resubscribe')}
      </Button>
    </div>
  )
}
