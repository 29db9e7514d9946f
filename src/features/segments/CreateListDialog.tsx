import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { useCreateList } from '@/data/segments'
import { NameDialog } from '@/ui/NameDialog'

/** A name, and then the empty list. */
export function CreateListDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('segments')
  const workspaceId = useWorkspaceId()
  const create = useCreateList(workspaceId)
  const navigate = useNavigate()
  const open = (segmentId: string) =>
    void navigate({ to: '/w/$workspaceId/segments/$segmentId/members', params: { workspaceId, segmentId } })
  return (
    <NameDialog
      title={t('newList.title')}
      description={t('newList.description')}
      initial=""
      placeholder={t('newList.placeholder')}
      confirmLabel={t('newList.confirm')}
      busy={create.isPending}
      onConfirm={(name) => create.mutate(name, { onSuccess: open })}
      onClose={onClose}
    />
  )
}
