import { Fieldset } from '@base-ui/react/fieldset'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup as Base } from '@base-ui/react/radio-group'
import { cx } from './cx'
import type { Option } from './SelectField'

export type RadioGroupProps<Value extends string> = {
  label: string
  options: readonly Option<Value>[]
  value: Value
  onChange: (value: Value) => void
  hideLabel?: boolean
  disabled?: boolean
  className?: string
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, options, value, onChange, hideLabel, disabled = false, className } = props
  return (
    <Fieldset.Root
      className={cx('flex min-w-0 flex-col gap-2', className)}
      render={<Base value={value} onValueChange={(next) => onChange(next)} disabled={disabled} />}
    >
      <Fieldset.Legend className={cx('font-medium text-ink text-sm', hideLabel && 'sr-only')}>{label}</Fieldset.Legend>
      {options.map((option) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the control is the Radio.Root inside
        <label key={option.value} className="flex items-start gap-2.5 text-sm">
          <Radio.Root
            value={option.value}
            disabled={option.disabled ?? false}
            className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
          >
            <Radio.Indicator className="size-1.5 rounded-full bg-on-accent" />
          </Radio.Root>
          <span className="flex flex-col">
            {option.label}
            {option.hint && <span className="text-muted text-xs">{option.hint}</span>}
          </span>
        </label>
      ))}
    </Fieldset.Root>
  )
}
