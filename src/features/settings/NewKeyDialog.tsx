import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { useCreateWriteKey } from '@/data/writeKeys'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { TextField } from '@/ui/TextField'

const LONGEST_NAME = 100

export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  const create = useCreateWriteKey(useWorkspaceId())
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => !open && onClose()}
      title={t('keys.newTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button variant="primary" type="submit" form="new-key" busy={create.isPending}>
            {t('keys.create')}
          </Button>
        </>
      }
    >
      <form
        id="new-key"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (name.trim()) create.mutate(name.trim(), { onSuccess: onClose })
        }}
      >
        <TextField
          label={t('keys.name')}
          hint={t('keys.nameHint')}
          maxLength={LONGEST_NAME}
          error={tried && !name.trim() ? t('keys.nameError') : undefined}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
