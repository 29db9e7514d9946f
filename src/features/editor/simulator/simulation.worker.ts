import { simulate } from '@/engine/simulate'
import { nodeTypes } from '@/nodes'
import type { SimulationRequest } from './requestOf'

// Beside the page, so that even a long path leaves drawing and typing quick.
self.onmessage = ({ data }: MessageEvent<{ number: number; request: SimulationRequest }>) => {
  self.postMessage({ number: data.number, simulation: simulate({ ...data.request, nodeTypes }) })
}
