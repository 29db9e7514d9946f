import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { TextField } from './TextField'

const LONGEST = 200

type NameDialogProps = {
  title: string
  description?: string
  initial: string
  placeholder: string
  confirmLabel: string
  busy: boolean
  onConfirm: (name: string) => void
  onClose: () => void
}

/** Asks for the name of something. */
export function NameDialog(props: NameDialogProps) {
  const { title, description, initial, placeholder, confirmLabel, busy, onConfirm, onClose } = props
  const { t } = useTranslation('ui')
  const formId = useId()
  const [name, setName] = useState(initial)
  const [tried, setTried] = useState(false)
  const isEmpty = name.trim() === ''
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (!isEmpty) onConfirm(name.trim())
        }}
      >
        <TextField
          label={t('name')}
          placeholder={placeholder}
          dir="auto"
          maxLength={LONGEST}
          value={name}
          error={tried && isEmpty ? t('nameMissing') : undefined}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
