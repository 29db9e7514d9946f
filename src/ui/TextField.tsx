import { Input } from '@base-ui/react/input'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'
import { FieldFrame, type FieldProps } from './FieldFrame'
import { fieldStyle } from './fieldStyle'

export type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, keyof FieldProps | 'size' | 'defaultValue'> & {
    defaultValue?: string
    size?: 'md' | 'lg'
    /** Sits inside the box, at the end of the line. */
    trailing?: ReactNode
  }

export function TextField({ size = 'md', trailing, ...props }: TextFieldProps) {
  const { label, hint, error, optional, hideLabel, disabled, className, ...input } = props
  return (
    <FieldFrame {...{ label, hint, error, optional, hideLabel, disabled, className }}>
      <div className="relative">
        <Input
          {...input}
          disabled={disabled}
          className={cx(fieldStyle, size === 'lg' ? 'h-10 px-3' : 'h-8 px-2.5', trailing ? 'pe-10' : null)}
        />
        {trailing && <div className="absolute inset-y-0 end-0.5 flex items-center">{trailing}</div>}
      </div>
    </FieldFrame>
  )
}
