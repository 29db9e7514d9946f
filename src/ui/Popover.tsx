import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './cx'
import { popupStyle } from './fieldStyle'

export type PopoverProps = {
  trigger: ReactElement<Record<string, unknown>>
  /** Read out when the popover opens. */
  title: string
  hideTitle?: boolean
  children: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  side?: 'top' | 'bottom' | 'inline-start' | 'inline-end'
  align?: 'start' | 'center' | 'end'
  className?: string
}

export function Popover(props: PopoverProps) {
  const { trigger, title, hideTitle, children, open, onOpenChange, side = 'bottom', align = 'start', className } = props
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup className={cx(popupStyle, 'max-h-(--available-height) w-80 overflow-y-auto p-4', className)}>
            <Base.Title className={cx('mb-2 font-semibold text-sm', hideTitle && 'sr-only')}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
