import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { contactName, type FailedDelivery, failedQuery, shownTroubles, useRetryDeliveries } from '@/data/operations'
import { useErrorText } from '@/lib/useErrorText'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { SkeletonRows } from '@/ui/Skeleton'
import { TroubleRow } from './TroubleRow'

/** What was given up on its way out. */
export function FailedCard() {
  const { t } = useTranslation('operations')
  const workspaceId = useWorkspaceId()
  const failed = useQuery(failedQuery(workspaceId))
  const retry = useRetryDeliveries(workspaceId)
  const errorText = useErrorText()
  const found = failed.data ?? []
  const forAll = (
    <Button size="sm" busy={retry.isPending} onClick={() => retry.mutate(undefined)}>
      {t('retryAll')}
    </Button>
  )
  return (
    <Card title={t('failed.title')} description={t('failed.description')} actions={found.length > 1 && forAll} flush>
      {found.length === 0 && (
        <div className="px-5 pb-4">
          {failed.isPending && <SkeletonRows rows={1} />}
          {failed.isError && <ErrorState description={errorText(failed.error)} onRetry={failed.refetch} />}
          {failed.data && <p className="text-muted text-sm">{t('failed.none')}</p>}
        </div>
      )}
      {found.length > 0 && (
        <ul className="border-line border-t">
          {found.map((row) => (
            <FailedRow key={row.id} row={row} />
          ))}
        </ul>
      )}
      {found.length === shownTroubles && (
        <p className="border-line border-t px-5 py-3 text-muted text-xs">{t('more', { count: shownTroubles })}</p>
      )}
    </Card>
  )
}

function FailedRow({ row }: { row: FailedDelivery }) {
  const { t } = useTranslation('operations')
  const retry = useRetryDeliveries(useWorkspaceId())
  const again = (
    <Button
      size="sm"
      aria-label={t('retryOne', { name: contactName(row) })}
      busy={retry.isPending}
      onClick={() => retry.mutate([row.id])}
    >
      {t('retry')}
    </Button>
  )
  const channel = row.channel === 'webhook' || row.channel === 'task' ? row.channel : 'message'
  return <TroubleRow row={row} at={row.due_at} about={t(`failed.channel.${channel}`)} actions={again} />
}
