import { useSyncExternalStore } from 'react'

const narrow = () => window.matchMedia('(max-width: 899px)')

function subscribe(listener: () => void) {
  const query = narrow()
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether there is no room for a canvas beside its palette and panel. */
export const useIsNarrow = () => useSyncExternalStore(subscribe, () => narrow().matches)
