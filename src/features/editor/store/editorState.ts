import type { StateCreator } from 'zustand'
import type { DocumentSlice } from './documentSlice'
import type { GestureSlice } from './gestureSlice'
import type { NumbersSlice } from './numbersSlice'
import type { SavingSlice } from './savingSlice'
import type { SelectionSlice } from './selectionSlice'
import type { SimulatorSlice } from './simulatorSlice'

export type EditorState = DocumentSlice & SelectionSlice & GestureSlice & SavingSlice & NumbersSlice & SimulatorSlice

export type EditorSlice<Slice> = StateCreator<EditorState, [], [], Slice>
