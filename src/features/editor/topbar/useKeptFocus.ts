import { useLayoutEffect, useRef } from 'react'

/**
 * The button that mends a problem goes with the problem. The keyboard then goes to the button that took its place in the
 * list, else to the last one, else to the list.
 */
export function useKeptFocus(shown: unknown) {
  const list = useRef<HTMLUListElement>(null)
  const place = useRef<number>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown tells when the buttons have changed.
  useLayoutEffect(() => {
    const index = place.current
    place.current = undefined
    if (index === undefined || !list.current) return
    const buttons = list.current.querySelectorAll<HTMLElement>('[data-repair]')
    const next = buttons[Math.min(index, buttons.length - 1)] ?? list.current
    next.focus()
  }, [shown])
  const keepFocus = (pressed: HTMLElement) => {
    place.current = [...(list.current?.querySelectorAll('[data-repair]') ?? [])].indexOf(pressed)
  }
  return { list, keepFocus }
}
