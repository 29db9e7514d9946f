import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { type JourneySummary, useRenameJourney } from '@/data/journeys'
import { NameDialog } from '@/ui/NameDialog'

export function RenameJourneyDialog({ journey, onClose }: { journey: JourneySummary; onClose: () => void }) {
  const { t } = useTranslation('journeys')
  const rename = useRenameJourney(useWorkspaceId())
  return (
    <NameDialog
      placeholder={t('namePlaceholder')}
      title={t('rename.title')}
      initial={journey.name}
      confirmLabel={t('rename.confirm')}
      busy={rename.isPending}
      onConfirm={(name) => rename.mutate({ journeyId: journey.id, name }, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
