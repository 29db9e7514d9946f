import { Menu as Base } from '@base-ui/react/menu'
import { Check, ChevronRight, type LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './cx'
import { optionStyle, popupStyle } from './fieldStyle'

type MenuProps = {
  trigger: ReactElement<Record<string, unknown>>
  children: ReactNode
  side?: 'top' | 'bottom' | 'inline-start' | 'inline-end'
  align?: 'start' | 'center' | 'end'
  className?: string
}

export function Menu({ trigger, children, side = 'bottom', align = 'start', className }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <MenuPopup side={side} align={align} className={className}>
        {children}
      </MenuPopup>
    </Base.Root>
  )
}

export function SubMenu({ label, icon: Icon, children }: { label: string; icon?: LucideIcon; children: ReactNode }) {
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger className={cx(optionStyle, 'data-popup-open:bg-subtle')}>
        {Icon && <Icon aria-hidden className="size-4 text-muted" />}
        <span className="flex-1">{label}</span>
        <ChevronRight aria-hidden className="size-3.5 text-muted rtl:-scale-x-100" />
      </Base.SubmenuTrigger>
      <MenuPopup side="inline-end" align="start">
        {children}
      </MenuPopup>
    </Base.SubmenuRoot>
  )
}

function MenuPopup({ side, align, className, children }: Omit<MenuProps, 'trigger'>) {
  return (
    <Base.Portal>
      <Base.Positioner side={side} align={align} sideOffset={4} className="z-50">
        <Base.Popup
          className={cx(popupStyle, 'min-w-44 max-w-80 max-h-(--available-height) overflow-y-auto', className)}
        >
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  )
}

type MenuItemProps = {
  onSelect?: () => void
  icon?: LucideIcon
  tone?: 'danger'
  disabled?: boolean
  /** Said under the label, for instance why it cannot be chosen. */
  hint?: ReactNode
  shortcut?: ReactNode
  /** A link to render instead, for items that lead somewhere. */
  render?: ReactElement<Record<string, unknown>>
  children: ReactNode
}

export function MenuItem({ onSelect, icon: Icon, tone, disabled, hint, shortcut, render, children }: MenuItemProps) {
  return (
    <Base.Item
      onClick={onSelect}
      disabled={disabled ?? false}
      render={render}
      className={cx(optionStyle, tone === 'danger' && 'text-danger')}
    >
      {Icon && <Icon aria-hidden className={cx('size-4 shrink-0', tone !== 'danger' && 'text-muted')} />}
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate">{children}</span>
        {hint && <span className="text-muted text-xs">{hint}</span>}
      </span>
      {shortcut}
    </Base.Item>
  )
}

type MenuChoiceProps<Value extends string> = {
  label?: string
  value: Value
  onChange: (value: Value) => void
  options: readonly { value: Value; label: string; lang?: string }[]
}

export function MenuChoice<Value extends string>({ label, value, onChange, options }: MenuChoiceProps<Value>) {
  return (
    <Base.Group>
      {label && <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-muted text-xs">{label}</Base.GroupLabel>}
      <Base.RadioGroup value={value} onValueChange={(next) => onChange(next)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} closeOnClick className={optionStyle}>
            <span lang={option.lang} className="min-w-0 flex-1 truncate">
              {option.label}
            </span>
            <Base.RadioItemIndicator className="shrink-0">
              <Check aria-hidden className="size-4 text-accent" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  )
}

export const MenuSeparator = () => <Base.Separator className="-mx-1 my-1 h-px bg-line" />
