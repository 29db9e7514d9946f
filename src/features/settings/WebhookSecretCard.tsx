import { useQuery } from '@tanstack/react-query'
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { useRotateWebhookSecret, webhookSecretQuery } from '@/data/webhookSecret'
import { useErrorText } from '@/lib/useErrorText'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { CopyButton } from '@/ui/CopyButton'
import { ErrorState } from '@/ui/ErrorState'
import { IconButton } from '@/ui/IconButton'
import { SkeletonRows } from '@/ui/Skeleton'

const SHOWN_OF_HIDDEN = 6

/** With what the other side of a webhook can tell that a request is ours. */
export function WebhookSecretCard() {
  const { t } = useTranslation('settings')
  const cannotRead = useRefusal('admin')
  const secret = useQuery({ ...webhookSecretQuery(useWorkspaceId()), enabled: !cannotRead })
  const errorText = useErrorText()
  return (
    <Card title={t('webhooks.title')} description={t('webhooks.description')}>
      {cannotRead && <p className="text-muted text-sm">{cannotRead}</p>}
      {secret.isLoading && <SkeletonRows rows={1} />}
      {secret.isError && <ErrorState description={errorText(secret.error)} onRetry={secret.refetch} />}
      {secret.data && <Secret secret={secret.data} />}
    </Card>
  )
}

function Secret({ secret }: { secret: string }) {
  const { t } = useTranslation('settings')
  const rotate = useRotateWebhookSecret(useWorkspaceId())
  const [shown, setShown] = useState(false)
  const [asking, setAsking] = useState(false)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="flex min-w-56 flex-1 items-center gap-1 text-sm">
        <code dir="ltr" className="font-mono text-xs [overflow-wrap:anywhere]">
          {shown ? secret : `${secret.slice(0, SHOWN_OF_HIDDEN)}${'•'.repeat(12)}`}
        </code>
        <IconButton
          size="sm"
          label={shown ? t('webhooks.hide') : t('webhooks.show')}
          icon={shown ? EyeOff : Eye}
          onClick={() => setShown(!shown)}
        />
      </p>
      <div className="flex gap-2">
        <CopyButton text={secret} />
        <Button size="sm" onClick={() => setAsking(true)}>
          {t('webhooks.rotate')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('webhooks.rotateTitle')}
        description={t('webhooks.rotateText')}
        confirmLabel={t('webhooks.rotate')}
        tone="primary"
        busy={rotate.isPending}
        onConfirm={() => rotate.mutate(undefined, { onSettled: () => setAsking(false) })}
      />
    </div>
  )
}
