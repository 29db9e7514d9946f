import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { type Segment, type SegmentUse, segmentUsesQuery, useDeleteSegment } from '@/data/segments'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Dialog } from '@/ui/Dialog'
import { linkStyle } from '@/ui/linkStyle'

type DeleteSegmentDialogProps = { segment: Segment; onClose: () => void }

/** Asks before deleting; what something else still asks about stays, and the dialog names what that is. */
export function DeleteSegmentDialog({ segment, onClose }: DeleteSegmentDialogProps) {
  const { t } = useTranslation('segments')
  const workspaceId = useWorkspaceId()
  const remove = useDeleteSegment(workspaceId)
  const uses = useQuery(segmentUsesQuery(workspaceId, segment.id)).data
  if (uses && uses.length > 0) return <StillUsed name={segment.name} uses={uses} onClose={onClose} />
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('delete.title', { name: segment.name })}
      description={t('delete.description')}
      confirmLabel={t('delete.confirm')}
      busy={remove.isPending || !uses}
      onConfirm={() => remove.mutate(segment.id, { onSuccess: onClose })}
    />
  )
}

function StillUsed({ name, uses, onClose }: { name: string; uses: readonly SegmentUse[]; onClose: () => void }) {
  const { t } = useTranslation('segments')
  const workspaceId = useWorkspaceId()
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('uses.title', { name })}
      description={t('uses.description')}
      footer={<Button onClick={onClose}>{t('uses.close')}</Button>}
    >
      <ul className="flex flex-col gap-1 text-sm">
        {uses.map(({ kind, id, name: user }) => (
          <li key={id} className="flex flex-wrap gap-x-2">
            <span className="text-muted">{t(`uses.${kind}`)}</span>
            {kind === 'journey' ? (
              <Link
                to="/w/$workspaceId/journeys/$journeyId"
                params={{ workspaceId, journeyId: id }}
                className={linkStyle}
              >
                <bdi>{user}</bdi>
              </Link>
            ) : (
              <Link
                to="/w/$workspaceId/segments/$segmentId"
                params={{ workspaceId, segmentId: id }}
                className={linkStyle}
              >
                <bdi>{user}</bdi>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
