import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { RadioGroup } from '@/ui/RadioGroup'

const ways = ['stop_finish', 'stop_now'] as const
type Way = (typeof ways)[number]

type StopDialogProps = {
  open: boolean
  /** People may still be finishing a journey that was stopped. */
  alreadyStopped: boolean
  busy: boolean
  onOpenChange: (open: boolean) => void
  onStop: (how: Way) => void
}

/** Stopping asks what becomes of the people who are inside. */
export function StopDialog({ open, alreadyStopped, busy, onOpenChange, onStop }: StopDialogProps) {
  const { t } = useTranslation('editor')
  const [how, setHow] = useState<Way>('stop_finish')
  const chosen = alreadyStopped ? 'stop_now' : how
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('stop.title')}
      description={t('stop.description')}
      confirmLabel={t(`stop.confirm.${chosen}`)}
      busy={busy}
      onConfirm={() => onStop(chosen)}
    >
      {!alreadyStopped && (
        <RadioGroup
          className="mt-3"
          label={t('stop.label')}
          value={how}
          onChange={setHow}
          options={ways.map((value) => ({ value, label: t(`stop.way.${value}`), hint: t(`stop.hint.${value}`) }))}
        />
      )}
    </ConfirmDialog>
  )
}
