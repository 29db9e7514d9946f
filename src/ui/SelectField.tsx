import { Select } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { FieldFrame, type FieldProps } from './FieldFrame'
import { fieldStyle, optionStyle, popupStyle } from './fieldStyle'

export type Option<Value extends string> = { value: Value; label: string; hint?: ReactNode; disabled?: boolean }

export type SelectFieldProps<Value extends string> = FieldProps & {
  options: readonly Option<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  placeholder?: string
  size?: 'sm' | 'md' | 'lg'
}

const heights = { sm: 'h-7 ps-2 pe-1.5 text-xs', md: 'h-8 ps-2.5 pe-2', lg: 'h-10 ps-3 pe-2.5' }

export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { options, value, onChange, placeholder, size = 'md', ...field } = props
  return (
    <FieldFrame {...field}>
      <Select.Root
        items={options}
        value={value}
        onValueChange={(next) => next !== null && onChange(next)}
        disabled={field.disabled}
      >
        <Select.Trigger className={cx(fieldStyle, 'flex items-center justify-between gap-2 text-start', heights[size])}>
          <Select.Value className="truncate data-placeholder:text-muted" placeholder={placeholder} />
          <Select.Icon className="shrink-0">
            <ChevronsUpDown aria-hidden className="size-3.5 text-muted" />
          </Select.Icon>
        </Select.Trigger>
        <Select.Portal>
          <Select.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
            <Select.Popup
              className={cx(popupStyle, 'max-h-(--available-height) min-w-(--anchor-width) max-w-96 overflow-y-auto')}
            >
              <Select.List>
                {options.map((option) => (
                  <Select.Item
                    key={option.value}
                    value={option.value}
                    disabled={option.disabled ?? false}
                    className={optionStyle}
                  >
                    <span className="flex min-w-0 flex-1 flex-col">
                      <Select.ItemText>{option.label}</Select.ItemText>
                      {option.hint && <span className="text-muted text-xs">{option.hint}</span>}
                    </span>
                    <Select.ItemIndicator className="shrink-0">
                      <Check aria-hidden className="size-4 text-accent" />
                    </Select.ItemIndicator>
                  </Select.Item>
                ))}
              </Select.List>
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </FieldFrame>
  )
}
