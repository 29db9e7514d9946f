import type { Journey } from '@/engine/journey'
import type { EditorSlice } from './editorState'

/** `retrying`: the server cannot be reached. `refused`: it will not take it. `conflict`: somebody else saved meanwhile. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'retrying' | 'refused' | 'conflict'

export interface SavingSlice {
  saveState: SaveState
  revision: number
  /** Whether the reader is being asked what to do about a conflict; they may decide later. */
  asksAboutConflict: boolean
  askAboutConflict: (asks: boolean) => void
  setSaveState: (saveState: SaveState) => void
  setSaved: (revision: number, upToDate: boolean) => void
  /** Takes over what is stored. What was here stays one undo away. */
  load: (journey: Journey, revision: number) => void
}

export const createSavingSlice =
  (revision: number): EditorSlice<SavingSlice> =>
  (set) => ({
    saveState: 'saved',
    revision,
    asksAboutConflict: false,
    askAboutConflict: (asksAboutConflict) => set({ asksAboutConflict }),
    setSaveState: (saveState) => set({ saveState, asksAboutConflict: saveState === 'conflict' }),
    setSaved: (saved, upToDate) =>
      set({ revision: saved, saveState: upToDate ? 'saved' : 'waiting', asksAboutConflict: false }),
    load: (journey, stored) =>
      set((state) => ({
        journey,
        revision: stored,
        saveState: 'saved',
        asksAboutConflict: false,
        past: [...state.past, { journey: state.journey, change: { code: 'load' } }],
        future: [],
      })),
  })
