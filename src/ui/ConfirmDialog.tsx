import { AlertDialog } from '@base-ui/react/alert-dialog'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button'
import { cx } from './cx'
import { backdropStyle, dialogStyle } from './Dialog'

export type ConfirmDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** What will happen, and whether it can be taken back. */
  description: ReactNode
  confirmLabel: string
  onConfirm: () => void
  tone?: 'danger' | 'primary'
  busy?: boolean
  children?: ReactNode
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, description, confirmLabel, onConfirm, tone = 'danger', busy, children } = props
  const { t } = useTranslation('ui')
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdropStyle} />
        <AlertDialog.Viewport className="fixed inset-0 z-40 flex p-4">
          <AlertDialog.Popup className={cx(dialogStyle, 'max-w-md gap-2 p-5')}>
            <AlertDialog.Title className="font-semibold text-lg">{title}</AlertDialog.Title>
            <AlertDialog.Description className="text-muted text-sm">{description}</AlertDialog.Description>
            {children}
            <footer className="mt-4 flex flex-wrap justify-end gap-2">
              <AlertDialog.Close render={<Button>{t('cancel')}</Button>} />
              <Button variant={tone} busy={busy ?? false} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            </footer>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
