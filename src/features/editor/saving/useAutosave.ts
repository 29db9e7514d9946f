import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { journeyQuery, saveDraft } from '@/data/journeys'
import type { Journey } from '@/engine/journey'
import { type Autosave, startAutosave } from '../store/autosave'
import type { Editor } from '../store/EditorContext'

/** Keeps the open draft saved, which differs from the stored one where the page was left too soon. Answers how to save at once. */
export function useAutosave(editor: Editor, stored: Journey) {
  const queryClient = useQueryClient()
  const autosave = useRef<Autosave | undefined>(undefined)
  useEffect(() => {
    const { store, world } = editor
    if (world.readOnly) return
    const { workspaceId, journeyId } = world
    const { queryKey } = journeyQuery(workspaceId, journeyId)
    const save = async (draft: Journey, revision: number) => {
      const saved = await saveDraft({ workspaceId, journeyId, draft, revision })
      queryClient.setQueryData(queryKey, (before) => before && { ...before, draft, revision: saved })
      return saved
    }
    const running = startAutosave(store, save, stored)
    autosave.current = running
    const flush = () => void running.flush()
    const warn = (event: BeforeUnloadEvent) => {
      if (store.getState().saveState === 'saved') return
      flush()
      event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    window.addEventListener('online', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('online', flush)
      document.removeEventListener('visibilitychange', flush)
      flush()
      running.stop()
    }
  }, [editor, queryClient, stored])
  return useCallback(async () => (await autosave.current?.flush()) ?? true, [])
}
