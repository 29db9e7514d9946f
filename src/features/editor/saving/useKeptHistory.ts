import { useEffect } from 'react'
import type { Editor } from '../store/EditorContext'
import { forgetOldHistories, keepHistory } from './keptHistory'

const PAUSE_MS = 300

/** Keeps the open draft and its history in the browser, so that undo goes on after a reload and nothing unsaved is lost. */
export function useKeptHistory({ store, world }: Editor, key: string) {
  useEffect(() => {
    if (world.readOnly) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      if (timer === undefined) return
      clearTimeout(timer)
      timer = undefined
      const { revision, journey, past, future } = store.getState()
      // Where the browser keeps nothing, undo ends with the page; saving does not depend on it.
      keepHistory(key, { revision, journey, past, future, at: Date.now() }).catch(() => undefined)
    }
    const unsubscribe = store.subscribe((state, before) => {
      if (state.journey === before.journey && state.revision === before.revision) return
      clearTimeout(timer)
      timer = setTimeout(keep, PAUSE_MS)
    })
    forgetOldHistories().catch(() => undefined)
    document.addEventListener('visibilitychange', keep)
    window.addEventListener('pagehide', keep)
    return () => {
      keep()
      unsubscribe()
      document.removeEventListener('visibilitychange', keep)
      window.removeEventListener('pagehide', keep)
    }
  }, [store, world, key])
}
