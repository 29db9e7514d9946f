import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { providersQuery, type StoredProvider } from '@/data/providers'
import { useErrorText } from '@/lib/useErrorText'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { SkeletonRows } from '@/ui/Skeleton'
import { ProviderDialog } from './ProviderDialog'
import { ProviderRow } from './ProviderRow'

/** Who carries the workspace's mail. */
export function ProvidersCard() {
  const { t } = useTranslation('providers')
  const errorText = useErrorText()
  const refusal = useRefusal('admin')
  const providers = useQuery({ ...providersQuery(useWorkspaceId()), enabled: !refusal })
  const [open, setOpen] = useState<{ provider: StoredProvider | undefined } | null>(null)
  return (
    <Card
      title={t('title')}
      description={t('description')}
      flush
      actions={
        !refusal && (
          <Button icon={Plus} onClick={() => setOpen({ provider: undefined })}>
            {t('add')}
          </Button>
        )
      }
    >
      {refusal && <p className="px-5 pb-5 text-muted text-sm">{refusal}</p>}
      {providers.isLoading && (
        <div className="px-5 pb-5">
          <SkeletonRows rows={1} />
        </div>
      )}
      {providers.isError && <ErrorState description={errorText(providers.error)} onRetry={providers.refetch} />}
      {providers.data?.length === 0 && <p className="px-5 pb-5 text-muted text-sm">{t('none')}</p>}
      {providers.data && providers.data.length > 0 && (
        <ul className="border-line border-t">
          {providers.data.map((provider) => (
            <ProviderRow key={provider.id} provider={provider} onEdit={() => setOpen({ provider })} />
          ))}
        </ul>
      )}
      {open && <ProviderDialog provider={open.provider} onClose={() => setOpen(null)} />}
    </Card>
  )
}
