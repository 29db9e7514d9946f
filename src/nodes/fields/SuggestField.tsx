import { Autocomplete } from '@base-ui/react/autocomplete'
import { ChevronsUpDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cx } from '@/ui/cx'
import { FieldFrame, type FieldProps } from '@/ui/FieldFrame'
import { fieldStyle, optionStyle, popupStyle } from '@/ui/fieldStyle'
import { useDraft } from './useDraft'

type SuggestFieldProps = FieldProps & {
  value: string
  onCommit: (text: string) => void
  suggestions: readonly string[]
  placeholder?: string
}

/** Free text with suggestions: names come from outside, so one that was never received yet is as good as a known one. */
export function SuggestField({ value, onCommit, suggestions, placeholder, ...field }: SuggestFieldProps) {
  const { t } = useTranslation('ui')
  const draft = useDraft(value, (text) => onCommit(text.trim()))
  return (
    <FieldFrame {...field}>
      <Autocomplete.Root
        items={suggestions}
        value={draft.text}
        onValueChange={(text, { reason }) => {
          if (reason !== 'item-press') return draft.type(text)
          draft.type(null)
          onCommit(text)
        }}
        limit={50}
        openOnInputClick
        disabled={field.disabled ?? false}
      >
        <Autocomplete.InputGroup className="relative">
          <Autocomplete.Input
            placeholder={placeholder}
            onBlur={draft.leave}
            onKeyDown={draft.leaveOnEnter}
            className={cx(fieldStyle, 'h-8 ps-2.5 pe-9 [unicode-bidi:plaintext]')}
          />
          <Autocomplete.Trigger
            aria-label={t('openList')}
            className="absolute inset-y-0 end-0 flex w-8 items-center justify-center rounded-sm text-muted hover:text-ink"
          >
            <ChevronsUpDown aria-hidden className="size-3.5" />
          </Autocomplete.Trigger>
        </Autocomplete.InputGroup>
        <Autocomplete.Portal>
          <Autocomplete.Positioner sideOffset={4} className="z-50">
            <Autocomplete.Popup
              className={cx(popupStyle, 'w-(--anchor-width) min-w-48 max-w-(--available-width) data-empty:hidden')}
            >
              <Autocomplete.List className="max-h-[min(16rem,var(--available-height))] overflow-y-auto overscroll-contain">
                {(name: string) => (
                  <Autocomplete.Item key={name} value={name} className={optionStyle}>
                    <bdi className="min-w-0 truncate">{name}</bdi>
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
    </FieldFrame>
  )
}
