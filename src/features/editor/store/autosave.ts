import { StaleJourneyError } from '@/data/journeys'
import type { Journey } from '@/engine/journey'
import { faultOf } from '@/lib/fault'
import type { EditorStore } from './createEditorStore'

const PAUSE_MS = 800
const RETRY_MS = 5000

export interface Autosave {
  /** Saves what is not saved yet; answers whether everything now is. */
  flush: () => Promise<boolean>
  stop: () => void
}

type Save = (draft: Journey, revision: number) => Promise<number>

/** Saves the document a moment after the last change, one save at a time, and again until the server has it. */
export function startAutosave(store: EditorStore, save: Save, stored = store.getState().journey): Autosave {
  let saved = stored
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | undefined

  const later = (pause: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), pause)
  }

  const attempt = async (): Promise<boolean> => {
    const { journey, revision, setSaveState, setSaved } = store.getState()
    setSaveState('saving')
    try {
      const next = await save(journey, revision)
      saved = journey
      const upToDate = store.getState().journey === journey
      setSaved(next, upToDate)
      return upToDate || attempt()
    } catch (error) {
      const state = failureState(error)
      setSaveState(state)
      if (state === 'retrying') later(RETRY_MS)
      return false
    }
  }

  const flush = (): Promise<boolean> => {
    clearTimeout(timer)
    const { journey, saveState, setSaveState } = store.getState()
    if (running) return running
    if (saveState === 'conflict') return Promise.resolve(false)
    if (journey === saved) {
      if (saveState !== 'saved') setSaveState('saved')
      return Promise.resolve(true)
    }
    running = attempt().finally(() => {
      running = undefined
    })
    return running
  }

  const unsubscribe = store.subscribe((state, before) => {
    const isSettled = before.saveState === 'conflict' && state.saveState === 'saved'
    if (isSettled) saved = state.journey
    if (isSettled || state.journey === before.journey) return
    if (state.saveState === 'conflict' || running) return
    if (state.saveState !== 'waiting') state.setSaveState('waiting')
    later(PAUSE_MS)
  })

  if (store.getState().journey !== saved) {
    store.getState().setSaveState('waiting')
    later(PAUSE_MS)
  }

  return {
    flush,
    stop: () => {
      clearTimeout(timer)
      unsubscribe()
    },
  }
}

function failureState(error: unknown): 'conflict' | 'retrying' | 'refused' {
  if (error instanceof StaleJourneyError) return 'conflict'
  const fault = faultOf(error)
  if (fault === 'conflict') return 'conflict'
  return fault === 'network' || fault === 'unknown' ? 'retrying' : 'refused'
}
