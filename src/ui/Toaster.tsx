import { Toast } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { buttonStyle, iconButtonStyle } from './buttonStyle'
import { cx } from './cx'
import { type ToastTone, toastManager } from './toasts'

export function Toaster() {
  return (
    <Toast.Provider toastManager={toastManager} limit={4}>
      <Toast.Portal>
        <Toast.Viewport className="fixed end-4 bottom-4 z-60 flex w-[calc(100vw-2rem)] flex-col gap-2 sm:w-90">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToastList() {
  const { toasts } = Toast.useToastManager<{ tone: ToastTone }>()
  const { t } = useTranslation('ui')
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="rounded-md border border-line bg-raised shadow-overlay transition-[opacity,translate] data-ending-style:translate-y-2 data-starting-style:translate-y-2 data-limited:hidden data-ending-style:opacity-0 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-start gap-2.5 p-2 ps-3.5">
        <ToastIcon tone={toast.data?.tone ?? 'neutral'} />
        <div className="min-w-0 flex-1 py-1">
          <Toast.Title className="font-medium text-sm" />
          <Toast.Description className="text-muted text-sm" />
        </div>
        <Toast.Action className={buttonStyle('secondary', 'sm')} />
        <Toast.Close aria-label={t('close')} className={iconButtonStyle('quiet', 'sm')}>
          <X aria-hidden className="size-3.5" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}

function ToastIcon({ tone }: { tone: ToastTone }) {
  if (tone === 'neutral') return null
  const Icon = tone === 'danger' ? CircleAlert : CircleCheck
  return (
    <Icon aria-hidden className={cx('mt-1.5 size-4 shrink-0', tone === 'danger' ? 'text-danger' : 'text-positive')} />
  )
}
