import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx'
import { firstTabbable } from './firstTabbable'
import { IconButton } from './IconButton'

export type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  children?: ReactNode
  /** Buttons, in reading order; the main one last. */
  footer?: ReactNode
  size?: 'sm' | 'md' | 'lg' | 'xl' | 'full'
}

const widths = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-2xl', xl: 'max-w-5xl', full: 'h-full max-w-[100rem]' }

export const backdropStyle =
  'fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0'

export const dialogStyle =
  'relative m-auto flex max-h-full w-full flex-col rounded-lg border border-line bg-raised text-ink shadow-overlay outline-none ' +
  'transition-[opacity,scale] data-ending-style:scale-98 data-starting-style:scale-98 data-ending-style:opacity-0 data-starting-style:opacity-0'

export function Dialog({ open, onOpenChange, title, description, children, footer, size = 'md' }: DialogProps) {
  const { t } = useTranslation('ui')
  const body = useRef<HTMLDivElement>(null)
  const foot = useRef<HTMLElement>(null)
  // Not the button that closes: its tooltip would open with the dialog and take the first press of Escape. By touch the
  // dialog itself, so that no keyboard covers it.
  const placeToStart = (openedBy: string) =>
    openedBy === 'touch' || (firstTabbable(body.current) ?? firstTabbable(foot.current) ?? true)
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={backdropStyle} />
        <Base.Viewport className="fixed inset-0 z-40 flex p-4">
          <Base.Popup initialFocus={placeToStart} className={cx(dialogStyle, widths[size])}>
            <header className="flex items-start gap-4 ps-5 pe-3 pt-3.5 pb-1">
              <Base.Title className="flex-1 pt-1 font-semibold text-lg">
                <bdi>{title}</bdi>
              </Base.Title>
              <Base.Close render={<IconButton label={t('close')} icon={X} />} />
            </header>
            <div ref={body} className="flex flex-col gap-4 overflow-y-auto px-5 pt-1 pb-5">
              {description && <Base.Description className="text-muted text-sm">{description}</Base.Description>}
              {children}
            </div>
            {footer && (
              <footer ref={foot} className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
                {footer}
              </footer>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
