import { Button as Base } from '@base-ui/react/button'
import type { LucideIcon } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { type ButtonSize, type ButtonVariant, iconButtonStyle } from './buttonStyle'
import { cx } from './cx'
import { Tooltip } from './Tooltip'

export type IconButtonProps = Omit<ComponentProps<typeof Base>, 'className' | 'children' | 'aria-label'> & {
  label: string
  icon: LucideIcon
  variant?: ButtonVariant
  size?: ButtonSize
  /** Why it cannot be pressed; said in place of the label's tooltip. */
  disabledReason?: string | null | undefined
  /** Shown in the tooltip beside the label. */
  shortcut?: ReactNode
  /** For arrows and chevrons that point along the line of reading. */
  mirrored?: boolean
  className?: string
}

export function IconButton(props: IconButtonProps) {
  const { label, icon: Icon, variant, size, shortcut, mirrored, className, disabled, disabledReason, ...rest } = props
  const reasonId = useId()
  return (
    <Tooltip text={disabledReason ?? label} shortcut={shortcut}>
      <Base
        type="button"
        {...rest}
        disabled={disabled || Boolean(disabledReason)}
        focusableWhenDisabled
        aria-label={label}
        aria-describedby={disabledReason ? reasonId : rest['aria-describedby']}
        className={cx(iconButtonStyle(variant, size), className)}
      >
        <Icon aria-hidden className={cx('size-4', mirrored && 'rtl:-scale-x-100')} />
        {disabledReason && (
          <span id={reasonId} hidden>
            {disabledReason}
          </span>
        )}
      </Base>
    </Tooltip>
  )
}
