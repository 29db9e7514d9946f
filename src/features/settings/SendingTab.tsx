import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { writeKeysQuery } from '@/data/writeKeys'
import { useErrorText } from '@/lib/useErrorText'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { SkeletonRows } from '@/ui/Skeleton'
import { LastEvent } from './LastEvent'
import { NewKeyDialog } from './NewKeyDialog'
import { SendingExamples } from './SendingExamples'
import { WebhookSecretCard } from './WebhookSecretCard'
import { WriteKeyRow } from './WriteKeyRow'

export function SendingTab() {
  const { t } = useTranslation('settings')
  const workspaceId = useWorkspaceId()
  const cannotRead = useRefusal('editor')
  const refusal = useRefusal('admin')
  const keys = useQuery({ ...writeKeysQuery(workspaceId), enabled: !cannotRead })
  const errorText = useErrorText()
  const [creating, setCreating] = useState(false)
  const create = (
    <Button variant="primary" icon={KeyRound} disabledReason={refusal} onClick={() => setCreating(true)}>
      {t('keys.create')}
    </Button>
  )
  return (
    <div className="flex flex-col gap-6">
      <LastEvent />
      <Card
        title={t('keys.title')}
        description={t('keys.description')}
        flush
        actions={keys.data?.length !== 0 && create}
      >
        {cannotRead && <p className="px-5 pb-5 text-muted text-sm">{cannotRead}</p>}
        {keys.isLoading && (
          <div className="px-5 pb-5">
            <SkeletonRows rows={2} />
          </div>
        )}
        {keys.isError && <ErrorState description={errorText(keys.error)} onRetry={keys.refetch} />}
        {keys.data?.length === 0 && (
          <EmptyState icon={KeyRound} title={t('keys.none')} description={t('keys.noneText')} action={create} />
        )}
        {keys.data && keys.data.length > 0 && (
          <ul className="border-line border-t">
            {keys.data.map((key) => (
              <WriteKeyRow key={key.id} writeKey={key} />
            ))}
          </ul>
        )}
      </Card>
      <SendingExamples writeKey={keys.data?.[0]?.key} />
      <WebhookSecretCard />
      {creating && <NewKeyDialog onClose={() => setCreating(false)} />}
    </div>
  )
}
