import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { shownTroubles, stuckQuery, useEndStuck, useRetryEnrollments } from '@/data/operations'
import { useErrorText } from '@/lib/useErrorText'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { ErrorState } from '@/ui/ErrorState'
import { SkeletonRows } from '@/ui/Skeleton'
import { StuckRow } from './StuckRow'

/** Contacts the worker gave up on: try them again, or take them out. */
export function StuckCard() {
  const { t } = useTranslation('operations')
  const stuck = useQuery(stuckQuery(useWorkspaceId()))
  const errorText = useErrorText()
  const found = stuck.data ?? []
  return (
    <Card title={t('stuck.title')} description={t('stuck.description')} actions={found.length > 1 && <ForAll />} flush>
      {found.length === 0 && (
        <div className="px-5 pb-4">
          {stuck.isPending && <SkeletonRows rows={1} />}
          {stuck.isError && <ErrorState description={errorText(stuck.error)} onRetry={stuck.refetch} />}
          {stuck.data && <p className="text-muted text-sm">{t('stuck.none')}</p>}
        </div>
      )}
      {found.length > 0 && (
        <ul className="border-line border-t">
          {found.map((row) => (
            <StuckRow key={row.id} row={row} />
          ))}
        </ul>
      )}
      {found.length === shownTroubles && (
        <p className="border-line border-t px-5 py-3 text-muted text-xs">{t('more', { count: shownTroubles })}</p>
      )}
    </Card>
  )
}

function ForAll() {
  const { t } = useTranslation('operations')
  const workspaceId = useWorkspaceId()
  const retry = useRetryEnrollments(workspaceId)
  const end = useEndStuck(workspaceId)
  const [asking, setAsking] = useState(false)
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" busy={retry.isPending} onClick={() => retry.mutate(undefined)}>
        {t('retryAll')}
      </Button>
      <Button size="sm" onClick={() => setAsking(true)}>
        {t('stuck.removeAll')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('stuck.removeAllTitle')}
        description={t('stuck.removeText')}
        confirmLabel={t('stuck.removeAll')}
        busy={end.isPending}
        onConfirm={() => end.mutate(undefined, { onSettled: () => setAsking(false) })}
      />
    </div>
  )
}
