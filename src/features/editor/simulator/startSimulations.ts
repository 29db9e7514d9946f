import type { Simulation } from '@/engine/simulate'
import type { SimulationRequest } from './requestOf'

export interface Simulations {
  run: (request: SimulationRequest) => void
  stop: () => void
}

/** Simulates in a thread of its own; of several requests only the last is answered. */
export function startSimulations(onAnswer: (simulation: Simulation) => void): Simulations {
  const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' })
  let last = 0
  worker.onmessage = ({ data }: MessageEvent<{ number: number; simulation: Simulation }>) => {
    if (data.number === last) onAnswer(data.simulation)
  }
  return {
    run: (request) => {
      last += 1
      worker.postMessage({ number: last, request })
    },
    stop: () => worker.terminate(),
  }
}
