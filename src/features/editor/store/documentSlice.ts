import type { Journey } from '@/engine/journey'
import type { EditorSlice } from './editorState'

/** What a step in the history did, in a code that the interface words: "Undo: add email". */
export interface Change {
  code: 'add' | 'remove' | 'move' | 'connect' | 'disconnect' | 'change' | 'settings' | 'load'
  /** The type of the step it was about, if one. */
  type?: string
  /** Changes with one key that follow each other quickly are one step to undo. */
  key?: string
}

export interface Past {
  journey: Journey
  change: Change
}

export interface DocumentSlice {
  journey: Journey
  past: readonly Past[]
  future: readonly Past[]
  editedAt: number
  edit: (change: Change, edit: (journey: Journey) => Journey) => void
  undo: () => void
  redo: () => void
  /** Goes on from a history that was kept: its document, and all that can be undone and redone. */
  resume: (history: Pick<DocumentSlice, 'journey' | 'past' | 'future'>) => void
}

const HISTORY_LIMIT = 200
const ONE_GESTURE_MS = 1500

/** The journey being edited. All changes go through `edit`, which is why undo needs no bookkeeping. */
export const createDocumentSlice =
  (saved: Journey): EditorSlice<DocumentSlice> =>
  (set) => ({
    journey: saved,
    past: [],
    future: [],
    editedAt: 0,
    edit: (change, edit) =>
      set(({ journey, past, editedAt }) => {
        const next = edit(journey)
        if (next === journey) return {}
        const now = Date.now()
        const last = past.at(-1)?.change
        const goesOn = change.key !== undefined && change.key === last?.key && now - editedAt < ONE_GESTURE_MS
        return {
          journey: next,
          past: goesOn ? past : [...past, { journey, change }].slice(-HISTORY_LIMIT),
          future: [],
          editedAt: now,
        }
      }),
    resume: ({ journey, past, future }) => set({ journey, past, future }),
    undo: () =>
      set(({ journey, past, future }) => {
        const last = past.at(-1)
        if (!last) return {}
        return {
          journey: last.journey,
          past: past.slice(0, -1),
          future: [...future, { journey, change: last.change }],
          editedAt: 0,
        }
      }),
    redo: () =>
      set(({ journey, past, future }) => {
        const next = future.at(-1)
        if (!next) return {}
        return {
          journey: next.journey,
          past: [...past, { journey, change: next.change }],
          future: future.slice(0, -1),
          editedAt: 0,
        }
      }),
  })
