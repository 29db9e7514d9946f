import { Button as Base } from '@base-ui/react/button'
import type { LucideIcon } from 'lucide-react'
import { type ComponentProps, useId } from 'react'
import { type ButtonSize, type ButtonVariant, buttonStyle } from './buttonStyle'
import { cx } from './cx'
import { Spinner } from './Spinner'
import { Tooltip } from './Tooltip'

export type ButtonProps = Omit<ComponentProps<typeof Base>, 'className' | 'disabled'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: LucideIcon
  busy?: boolean
  disabled?: boolean
  /** Why it cannot be pressed. The button stays reachable, so that everybody can find out. */
  disabledReason?: string | null | undefined
  className?: string
}

export function Button(props: ButtonProps) {
  const { variant, size, icon: Icon, busy, disabled, disabledReason, className, children, type, ...rest } = props
  const reasonId = useId()
  const button = (
    <Base
      {...rest}
      type={type ?? 'button'}
      disabled={disabled || busy || Boolean(disabledReason)}
      focusableWhenDisabled={busy || Boolean(disabledReason)}
      aria-describedby={disabledReason ? reasonId : rest['aria-describedby']}
      aria-busy={busy || undefined}
      className={cx(buttonStyle(variant, size), className)}
    >
      {busy ? <Spinner /> : Icon && <Icon aria-hidden className="size-4" />}
      {children}
    </Base>
  )
  if (!disabledReason) return button
  return (
    <>
      <Tooltip text={disabledReason}>{button}</Tooltip>
      <span id={reasonId} className="sr-only">
        {disabledReason}
      </span>
    </>
  )
}
