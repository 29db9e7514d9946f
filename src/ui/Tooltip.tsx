import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'

export const TooltipProvider = Base.Provider

type TooltipProps = {
  text: ReactNode
  shortcut?: ReactNode
  side?: 'top' | 'bottom' | 'inline-start' | 'inline-end'
  children: ReactElement<Record<string, unknown>>
}

export function Tooltip({ text, shortcut, side = 'top', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="flex max-w-64 items-center gap-2 rounded-sm bg-ink px-2 py-1 text-canvas text-xs shadow-raised transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 forced-colors:border">
            {text}
            {shortcut}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
