import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchField } from '@/ui/SearchField'

const PAUSE = 250

/** Waits for a pause in typing, so that every letter does not become a query. */
export function ContactSearch({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('contacts')
  const [typed, setTyped] = useState(value)

  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts a search, not a new handler
  useEffect(() => {
    if (typed.trim() === value) return
    const timer = setTimeout(() => onChange(typed.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [typed])

  return (
    <SearchField
      className="mb-4 max-w-sm"
      label={t('search')}
      placeholder={t('searchPlaceholder')}
      value={typed}
      onChange={setTyped}
    />
  )
}
