import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemoveFromJourney } from '@/data/byHand'
import { useRefusal } from '@/data/currentWorkspace'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { IconButton } from '@/ui/IconButton'
import { notify } from '@/ui/toasts'
import { useEditor } from '../store/EditorContext'

/** Takes somebody out of the journey who is on their way through it. */
export function RemovePerson({ contactId, name }: { contactId: number; name: string }) {
  const { t } = useTranslation('byHand')
  const { world } = useEditor()
  const refusal = useRefusal('editor')
  const [isOpen, setOpen] = useState(false)
  const remove = useRemoveFromJourney(world.workspaceId)
  const confirm = () =>
    remove.mutate(
      { journeyId: world.journeyId, contactId },
      { onSuccess: (outcome) => notify({ title: t(`outcome.${outcome}`) }), onSettled: () => setOpen(false) },
    )
  return (
    <>
      <IconButton
        label={t('removeOf', { name })}
        icon={LogOut}
        size="sm"
        disabledReason={refusal}
        onClick={() => setOpen(true)}
      />
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t('removePerson', { name })}
        description={t('removeDescription')}
        confirmLabel={t('confirmRemove')}
        busy={remove.isPending}
        onConfirm={confirm}
      />
    </>
  )
}
