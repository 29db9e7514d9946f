import { Field } from '@base-ui/react/field'
import type { ComponentProps } from 'react'
import { cx } from './cx'
import { FieldFrame, type FieldProps } from './FieldFrame'
import { fieldStyle } from './fieldStyle'

export type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, keyof FieldProps> & { mono?: boolean }

export function TextArea({ rows = 4, mono, ...props }: TextAreaProps) {
  const { label, hint, error, optional, hideLabel, disabled, className, ...area } = props
  return (
    <FieldFrame {...{ label, hint, error, optional, hideLabel, disabled, className }}>
      <Field.Control
        render={
          <textarea
            {...area}
            rows={rows}
            className={cx(fieldStyle, 'resize-y px-2.5 py-1.5', mono && 'font-mono text-xs')}
          />
        }
      />
    </FieldFrame>
  )
}
