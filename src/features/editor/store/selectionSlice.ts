import type { Change } from './documentSlice'
import type { EditorSlice } from './editorState'

/** What was done, in a code that the live region words. */
export interface Announcement {
  code: 'did' | 'undid' | 'redid' | 'cannot'
  change?: Change
  reason?: string
}

export interface SelectionSlice {
  /** The step that has the keyboard, and that the panel shows while it is open. */
  selectedId: string | undefined
  panel: 'step' | 'settings' | 'people' | 'simulator' | undefined
  /** What was done last, for the live region; `count` lets the same words be said again. */
  announced: (Announcement & { count: number }) | undefined
  select: (nodeId: string | undefined) => void
  openPanel: (panel: 'step' | 'settings' | 'simulator') => void
  closePanel: () => void
  announce: (what: Announcement) => void
}

export const createSelectionSlice: EditorSlice<SelectionSlice> = (set) => ({
  selectedId: undefined,
  panel: undefined,
  announced: undefined,
  select: (selectedId) => set({ selectedId }),
  openPanel: (panel) => set({ panel }),
  closePanel: () => set({ panel: undefined }),
  announce: (what) => set(({ announced }) => ({ announced: { ...what, count: (announced?.count ?? 0) + 1 } })),
})
