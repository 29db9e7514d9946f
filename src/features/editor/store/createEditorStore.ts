import { createStore, type StoreApi } from 'zustand'
import type { Journey } from '@/engine/journey'
import { createDocumentSlice } from './documentSlice'
import type { EditorState } from './editorState'
import { createGestureSlice } from './gestureSlice'
import { createNumbersSlice } from './numbersSlice'
import { createSavingSlice } from './savingSlice'
import { createSelectionSlice } from './selectionSlice'
import { createSimulatorSlice } from './simulatorSlice'

export type EditorStore = StoreApi<EditorState>

export const createEditorStore = ({ journey, revision }: { journey: Journey; revision: number }): EditorStore =>
  createStore<EditorState>()((...api) => ({
    ...createDocumentSlice(journey)(...api),
    ...createSelectionSlice(...api),
    ...createGestureSlice(...api),
    ...createSavingSlice(revision)(...api),
    ...createNumbersSlice(...api),
    ...createSimulatorSlice(...api),
  }))
