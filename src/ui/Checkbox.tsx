import { Checkbox as Base } from '@base-ui/react/checkbox'
import { Field } from '@base-ui/react/field'
import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'

export type CheckboxProps = {
  label: ReactNode
  hint?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  indeterminate?: boolean
  disabled?: boolean
  className?: string
}

export function Checkbox(props: CheckboxProps) {
  const { label, hint, checked, onChange, indeterminate = false, disabled = false, className } = props
  return (
    <Field.Root disabled={disabled} className={cx('flex flex-col gap-0.5', className)}>
      <Field.Label className="flex items-start gap-2.5 text-sm data-disabled:text-muted">
        <Base.Root
          checked={checked}
          onCheckedChange={onChange}
          indeterminate={indeterminate}
          className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-xs border border-line-strong bg-surface data-checked:border-accent data-indeterminate:border-accent data-checked:bg-accent data-indeterminate:bg-accent data-disabled:opacity-50"
        >
          <Base.Indicator className="text-on-accent">
            {indeterminate ? <Minus aria-hidden className="size-3" /> : <Check aria-hidden className="size-3" />}
          </Base.Indicator>
        </Base.Root>
        <span>{label}</span>
      </Field.Label>
      {hint && <Field.Description className="ps-6.5 text-muted text-xs">{hint}</Field.Description>}
    </Field.Root>
  )
}
