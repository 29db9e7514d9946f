import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/Button'
import { CopyButton } from '@/ui/CopyButton'
import { Dialog } from '@/ui/Dialog'
import { TextField } from '@/ui/TextField'

/** The link is shown this once: afterwards only the mail has it. */
export function InvitedDialog({ email, link, onClose }: { email: string; link: string; onClose: () => void }) {
  const { t } = useTranslation('settings')
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('invited.title')}
      description={t('invited.description', { email })}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('invited.done')}
        </Button>
      }
    >
      <div className="flex items-end gap-2">
        <TextField className="flex-1" dir="ltr" readOnly label={t('invited.link')} value={link} />
        <CopyButton text={link} size="md" />
      </div>
    </Dialog>
  )
}
