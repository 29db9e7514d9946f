import { useMemo } from 'react'
import { useLanguage } from '@/lib/useLanguage'

/** Counts, shares and sums as the reader writes them. */
export function useFormat() {
  const language = useLanguage()
  return useMemo(() => {
    const counts = new Intl.NumberFormat(language)
    const shares = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
    return {
      count: (value: number) => counts.format(value),
      share: (part: number, whole: number) => (whole === 0 ? '' : shares.format(part / whole)),
      money: (value: number, currency: string) =>
        new Intl.NumberFormat(language, { style: 'currency', currency }).format(value),
    }
  }, [language])
}
