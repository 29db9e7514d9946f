import { Field } from '@base-ui/react/field'
import { Switch as Base } from '@base-ui/react/switch'
import type { ReactNode } from 'react'
import { cx } from './cx'

export type SwitchProps = {
  label: ReactNode
  hint?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
  className?: string
}

export function Switch({ label, hint, checked, onChange, disabled = false, className }: SwitchProps) {
  return (
    <Field.Root disabled={disabled} className={cx('flex flex-col gap-0.5', className)}>
      <Field.Label className="flex items-center justify-between gap-3 text-sm data-disabled:text-muted">
        <span>{label}</span>
        <Base.Root
          checked={checked}
          onCheckedChange={onChange}
          className="flex h-5 w-9 shrink-0 rounded-full border border-line-strong bg-subtle p-0.5 transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
        >
          <Base.Thumb className="aspect-square h-full rounded-full bg-line-strong transition-transform data-checked:bg-on-accent ltr:data-checked:translate-x-4 rtl:data-checked:-translate-x-4" />
        </Base.Root>
      </Field.Label>
      {hint && <Field.Description className="text-muted text-xs">{hint}</Field.Description>}
    </Field.Root>
  )
}
