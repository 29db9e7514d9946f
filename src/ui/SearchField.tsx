import { Search, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx'
import { fieldStyle } from './fieldStyle'

export type SearchFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  className?: string
}

export function SearchField({ label, value, onChange, placeholder, className }: SearchFieldProps) {
  const { t } = useTranslation('ui')
  return (
    // biome-ignore lint/a11y/useSemanticElements: older browsers do not know the search element
    <div role="search" className={cx('relative block', className)}>
      <Search aria-hidden className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-muted" />
      <input
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={cx(fieldStyle, 'h-8 ps-8 pe-8 [&::-webkit-search-cancel-button]:hidden')}
      />
      {value && (
        <button
          type="button"
          aria-label={t('clear')}
          onClick={() => onChange('')}
          className="absolute inset-y-0 end-0.5 my-auto inline-flex size-7 items-center justify-center rounded-sm text-muted hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </div>
  )
}
