import { useNavigate } from '@tanstack/react-router'
import { Eraser } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEraseContact } from '@/data/contacts'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { notify } from '@/ui/toasts'

const parts = ['journeys', 'gone', 'kept', 'back'] as const

/** Erases a contact for good, once somebody has read what that does. */
export function EraseContact({ contactId, name }: { contactId: number; name: string }) {
  const { t } = useTranslation('contacts')
  const workspaceId = useWorkspaceId()
  const refusal = useRefusal('admin')
  const navigate = useNavigate()
  const erase = useEraseContact(workspaceId)
  const [asking, setAsking] = useState(false)

  const perform = () =>
    erase.mutate(contactId, {
      onSuccess: () => {
        notify({ title: t('erase.done') })
        navigate({ to: '/w/$workspaceId/contacts', params: { workspaceId } })
      },
      onSettled: () => setAsking(false),
    })

  return (
    <>
      <Button icon={Eraser} disabledReason={refusal} onClick={() => setAsking(true)}>
        {t('erase.action')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('erase.title', { name })}
        description={t('erase.description')}
        confirmLabel={t('erase.confirm')}
        onConfirm={perform}
        busy={erase.isPending}
      >
        <ul className="mt-2 flex list-disc flex-col gap-1 ps-5 text-sm">
          {parts.map((part) => (
            <li key={part}>{t(`erase.${part}`)}</li>
          ))}
        </ul>
      </ConfirmDialog>
    </>
  )
}
