import { useEffect, useRef } from 'react'

/** Once a part is gone, the button that removes the next one has the focus, else that of the one before, else the one that adds. */
export function useFocusAfterRemoval(count: number) {
  const list = useRef<HTMLDivElement>(null)
  const removed = useRef<number | null>(null)
  useEffect(() => {
    if (removed.current === null) return
    const buttons = list.current?.querySelectorAll<HTMLElement>(':scope > ol > li > button, :scope > div > button')
    buttons?.[Math.min(removed.current, Math.max(count - 1, 0))]?.focus()
    removed.current = null
  }, [count])
  const keepFocus = (index: number) => {
    removed.current = index
  }
  return { list, keepFocus }
}
