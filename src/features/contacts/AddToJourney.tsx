import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddToJourney } from '@/data/byHand'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { journeysQuery } from '@/data/journeys'
import { useErrorText } from '@/lib/useErrorText'
import { Button } from '@/ui/Button'
import { Combobox } from '@/ui/Combobox'
import { Dialog } from '@/ui/Dialog'
import { Notice } from '@/ui/Notice'
import { notify } from '@/ui/toasts'

export function AddToJourney({ contactId }: { contactId: number }) {
  const { t } = useTranslation('byHand')
  const refusal = useRefusal('editor')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="sm" icon={Plus} disabledReason={refusal} onClick={() => setOpen(true)}>
        {t('add')}
      </Button>
      {isOpen && <AddDialog contactId={contactId} onClose={() => setOpen(false)} />}
    </>
  )
}

function AddDialog({ contactId, onClose }: { contactId: number; onClose: () => void }) {
  const { t } = useTranslation('byHand')
  const workspaceId = useWorkspaceId()
  const errorText = useErrorText()
  const { data: journeys } = useQuery(journeysQuery(workspaceId))
  const [journeyId, setJourneyId] = useState<string | null>(null)
  const add = useAddToJourney(workspaceId)
  const live = journeys?.filter(({ status }) => status === 'live') ?? []
  function confirm() {
    if (journeyId === null) return
    add.mutate(
      { journeyId, contactId },
      {
        onSuccess: (outcome) => {
          notify({ title: t(`outcome.${outcome}`), tone: outcome === 'added' ? 'positive' : 'neutral' })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('addTitle')}
      description={t('addDescription')}
      footer={
        <Button variant="primary" busy={add.isPending} disabled={journeyId === null} onClick={confirm}>
          {t('confirmAdd')}
        </Button>
      }
    >
      {journeys && live.length === 0 ? (
        <Notice>{t('none')}</Notice>
      ) : (
        <Combobox
          label={t('journey')}
          value={journeyId}
          onChange={setJourneyId}
          options={live.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {add.error && <Notice tone="danger">{errorText(add.error)}</Notice>}
    </Dialog>
  )
}
