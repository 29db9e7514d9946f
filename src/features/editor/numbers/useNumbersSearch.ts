import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

interface NumbersSearch {
  numbers?: 1 | undefined
  locale?: string | undefined
  version?: number | undefined
}

/** Whether numbers are shown, and which: kept in the address, so that a colleague sees the same. */
export function useNumbersSearch() {
  const { numbers, locale, version } = useSearch({ strict: false })
  const navigate = useNavigate()
  const show = useCallback(
    (change: NumbersSearch) =>
      void navigate({ to: '.', search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  return { shown: numbers === 1, locale, version, show }
}
