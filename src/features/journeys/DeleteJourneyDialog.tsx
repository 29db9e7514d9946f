import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { type JourneySummary, useDeleteJourney } from '@/data/journeys'
import { ConfirmDialog } from '@/ui/ConfirmDialog'

type DeleteJourneyDialogProps = { open: boolean; journey: JourneySummary; onClose: () => void }

/** Only what was never published can be deleted; the rest is part of what happened to people. */
export function DeleteJourneyDialog({ open, journey, onClose }: DeleteJourneyDialogProps) {
  const { t } = useTranslation('journeys')
  const remove = useDeleteJourney(useWorkspaceId())
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t('delete.title', { name: journey.name })}
      description={t('delete.description')}
      confirmLabel={t('delete.confirm')}
      busy={remove.isPending}
      onConfirm={() => remove.mutate(journey.id, { onSuccess: onClose })}
    />
  )
}
