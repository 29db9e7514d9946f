import { Combobox as Base } from '@base-ui/react/combobox'
import { Check, ChevronsUpDown } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx'
import { FieldFrame, type FieldProps } from './FieldFrame'
import { fieldStyle, optionStyle, popupStyle } from './fieldStyle'

export type ComboboxOption = { value: string; label: string; hint?: string }

export type ComboboxProps = FieldProps & {
  options: readonly ComboboxOption[]
  value: string | null
  onChange: (value: string) => void
  placeholder?: string
  size?: 'md' | 'lg'
  /** Makes a choice of what was typed, for lists that cannot name everything; undefined where it is none. */
  accept?: (typed: string) => ComboboxOption | undefined
  /** Hears what is typed, for options that are searched for elsewhere. */
  onSearch?: (typed: string) => void
  /** Said when nothing matches; defaults to a plain "Nothing found". */
  empty?: ReactNode
}

/** Long lists (time zones, locales) show the first hundred matches: nobody scrolls further, everybody types. */
const LIMIT = 100

export function Combobox(props: ComboboxProps) {
  const { options, value, onChange, placeholder, size = 'md', accept, onSearch, empty, ...field } = props
  const { t } = useTranslation('ui')
  const [typed, setTyped] = useState('')
  const accepted = accept?.(typed)
  const items = accepted && !options.some((each) => each.value === accepted.value) ? [...options, accepted] : options
  const label = options.find((option) => option.value === value)?.label
  // A new object would make the box show the choice again, in the middle of typing.
  const chosen = useMemo(() => (value === null || label === undefined ? null : { value, label }), [value, label])
  return (
    <FieldFrame {...field}>
      <Base.Root
        items={items}
        onInputValueChange={(text, { reason }) => {
          setTyped(text)
          if (reason === 'input-change') onSearch?.(text)
        }}
        value={chosen}
        onValueChange={(option) => option && onChange(option.value)}
        itemToStringLabel={(option: ComboboxOption) => option.label}
        isItemEqualToValue={(a, b) => a.value === b.value}
        filter={matches}
        limit={LIMIT}
        autoHighlight
        disabled={field.disabled ?? false}
      >
        <Base.InputGroup className="relative">
          <Base.Input
            placeholder={placeholder}
            className={cx(fieldStyle, 'pe-9', size === 'lg' ? 'h-10 ps-3' : 'h-8 ps-2.5')}
          />
          <Base.Trigger
            aria-label={t('openList')}
            className="absolute inset-y-0 end-0 flex w-8 items-center justify-center rounded-sm text-muted hover:text-ink"
          >
            <ChevronsUpDown aria-hidden className="size-3.5" />
          </Base.Trigger>
        </Base.InputGroup>
        <Base.Portal>
          <Base.Positioner sideOffset={4} className="z-50">
            <Base.Popup className={cx(popupStyle, 'w-(--anchor-width) min-w-56 max-w-(--available-width)')}>
              <Base.Empty className="px-2 py-1.5 text-muted text-sm empty:hidden">
                {empty ?? t('nothingFound')}
              </Base.Empty>
              <Base.List className="max-h-[min(18rem,var(--available-height))] overflow-y-auto overscroll-contain">
                {(option: ComboboxOption) => (
                  <Base.Item key={option.value} value={option} className={optionStyle}>
                    <span className="min-w-0 flex-1 truncate">{option.label}</span>{' '}
                    {option.hint && (
                      <span dir="ltr" className="text-muted text-xs">
                        {option.hint}
                      </span>
                    )}
                    <Base.ItemIndicator className="shrink-0">
                      <Check aria-hidden className="size-4 text-accent" />
                    </Base.ItemIndicator>
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </FieldFrame>
  )
}

function matches(option: ComboboxOption, query: string) {
  const haystack = plain(`${option.label} ${option.value} ${option.hint ?? ''}`)
  return plain(query)
    .split(' ')
    .every((word) => haystack.includes(word))
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLocaleLowerCase()
