import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { useCreateJourney } from '@/data/journeys'
import { NameDialog } from '@/ui/NameDialog'

/** A name, and then the empty canvas. */
export function CreateJourneyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('journeys')
  const workspaceId = useWorkspaceId()
  const create = useCreateJourney(workspaceId)
  const navigate = useNavigate()
  const open = (journeyId: string) =>
    void navigate({ to: '/w/$workspaceId/journeys/$journeyId', params: { workspaceId, journeyId } })
  return (
    <NameDialog
      placeholder={t('namePlaceholder')}
      title={t('create.title')}
      description={t('create.description')}
      initial=""
      confirmLabel={t('create.confirm')}
      busy={create.isPending}
      onConfirm={(name) => create.mutate({ name }, { onSuccess: open })}
      onClose={onClose}
    />
  )
}
