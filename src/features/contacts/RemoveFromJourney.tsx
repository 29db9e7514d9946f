import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddToJourney, useRemoveFromJourney } from '@/data/byHand'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { IconButton } from '@/ui/IconButton'
import { notify } from '@/ui/toasts'

type RemoveFromJourneyProps = { contactId: number; journeyId: string; journey: string }

export function RemoveFromJourney({ contactId, journeyId, journey }: RemoveFromJourneyProps) {
  const { t } = useTranslation('byHand')
  const workspaceId = useWorkspaceId()
  const refusal = useRefusal('editor')
  const [isOpen, setOpen] = useState(false)
  const add = useAddToJourney(workspaceId)
  const remove = useRemoveFromJourney(workspaceId)
  const confirm = () =>
    remove.mutate(
      { journeyId, contactId },
      {
        onSuccess: (outcome) =>
          notify({
            title: t(`outcome.${outcome}`),
            action: { label: t('undo'), onPress: () => add.mutate({ journeyId, contactId }) },
          }),
        onSettled: () => setOpen(false),
      },
    )
  return (
    <>
      <IconButton label={t('remove')} icon={LogOut} size="sm" disabledReason={refusal} onClick={() => setOpen(true)} />
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t('removeTitle', { journey })}
        description={t('removeDescription')}
        confirmLabel={t('confirmRemove')}
        busy={remove.isPending}
        onConfirm={confirm}
      />
    </>
  )
}
