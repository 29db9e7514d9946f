import { Toast } from '@base-ui/react/toast'

export type ToastTone = 'neutral' | 'positive' | 'danger'

export type Notice = {
  title: string
  description?: string
  tone?: ToastTone
  /** One thing to do about it, such as Undo. */
  action?: { label: string; onPress: () => void }
}

export const toastManager = Toast.createToastManager<{ tone: ToastTone }>()

/** Shows a short message from anywhere, also from outside React. */
export function notify({ title, description, tone = 'neutral', action }: Notice) {
  const id: string = toastManager.add({
    title,
    description,
    priority: tone === 'danger' ? 'high' : 'low',
    timeout: action || tone === 'danger' ? 10_000 : 5_000,
    data: { tone },
    actionProps: action && {
      children: action.label,
      onClick: () => {
        toastManager.close(id)
        action.onPress()
      },
    },
  })
}
