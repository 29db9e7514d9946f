import { useTranslation } from 'react-i18next'
import { SuggestField } from '../fields/SuggestField'

type KeyFieldProps = {
  value: string | undefined
  suggestions: readonly string[]
  onCommit: (key: string | undefined) => void
  disabled: boolean
}

/** For experts, and so folded away while it is not in use. */
export function KeyField({ value, suggestions, onCommit, disabled }: KeyFieldProps) {
  const { t } = useTranslation('node.trigger')
  return (
    <details open={value !== undefined || undefined} className="rounded-md border border-line px-3 py-2">
      <summary className="font-medium text-sm">{t('advanced')}</summary>
      <SuggestField
        label={t('key')}
        hint={t('keyHint')}
        optional
        disabled={disabled}
        value={value ?? ''}
        suggestions={suggestions}
        onCommit={(key) => onCommit(key === '' ? undefined : key)}
        className="pt-3 pb-1"
      />
    </details>
  )
}
