import type { Simulation } from '@/engine/simulate'
import { lengthOf, type Trail, trailOf } from '../simulator/trail'
import { freshTrial, type Trial } from '../simulator/trial'
import type { EditorSlice } from './editorState'

export interface SimulatorSlice {
  trial: Trial
  simulation: Simulation | undefined
  /** How many rows of the simulation have been shown. */
  shown: number
  trail: Trail | undefined
  /** Sets something up differently and so begins again. */
  setUp: (change: Partial<Trial>) => void
  setSimulation: (simulation: Simulation) => void
  showUpTo: (shown: number) => void
}

export const createSimulatorSlice: EditorSlice<SimulatorSlice> = (set) => ({
  trial: freshTrial(Date.now()),
  simulation: undefined,
  shown: 0,
  trail: undefined,
  setUp: (change) => set(({ trial }) => ({ trial: { ...trial, ...change }, shown: 0 })),
  setSimulation: (simulation) =>
    set(({ journey, shown }) => {
      const still = Math.min(shown, lengthOf(simulation))
      return { simulation, shown: still, trail: trailOf(simulation, journey, still) }
    }),
  showUpTo: (wanted) =>
    set(({ simulation, journey }) => {
      if (!simulation) return {}
      const shown = Math.max(0, Math.min(wanted, lengthOf(simulation)))
      return { shown, trail: trailOf(simulation, journey, shown) }
    }),
})
