import { useEffect } from 'react'

const PRODUCT = 'Perennial'

export function usePageTitle(title: string | undefined) {
  useEffect(() => {
    document.title = title ? `${title} · ${PRODUCT}` : PRODUCT
  }, [title])
}
