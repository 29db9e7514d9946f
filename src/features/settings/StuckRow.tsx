import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { contactName, type StuckEnrollment, useEndStuck, useRetryEnrollments } from '@/data/operations'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { TroubleRow } from './TroubleRow'

export function StuckRow({ row }: { row: StuckEnrollment }) {
  const { t } = useTranslation('operations')
  const workspaceId = useWorkspaceId()
  const retry = useRetryEnrollments(workspaceId)
  const end = useEndStuck(workspaceId)
  const [asking, setAsking] = useState(false)
  const name = contactName(row)
  const actions = (
    <>
      <Button
        size="sm"
        aria-label={t('retryOne', { name })}
        busy={retry.isPending}
        onClick={() => retry.mutate([row.id])}
      >
        {t('retry')}
      </Button>
      <Button size="sm" aria-label={t('stuck.removeOne', { name })} onClick={() => setAsking(true)}>
        {t('stuck.remove')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('stuck.removeTitle', { name, journey: row.journey_name })}
        description={t('stuck.removeText')}
        confirmLabel={t('stuck.remove')}
        busy={end.isPending}
        onConfirm={() => end.mutate([row.id], { onSettled: () => setAsking(false) })}
      />
    </>
  )
  return <TroubleRow row={row} at={row.arrived_at} actions={actions} />
}
