import { edgeFrom, type Journey, nodeById } from '../journey.ts'
import type { NewId } from './newId.ts'

/** Leads a port to a node. Where the port led elsewhere, that edge is replaced and keeps its id. */
export function connect(
  journey: Journey,
  { source, port, target, newId }: { source: string; port: string; target: string; newId: NewId },
): Journey {
  if (!nodeById(journey, source) || !nodeById(journey, target)) return journey
  const taken = edgeFrom(journey, source, port)
  if (taken?.target === target) return journey
  if (taken) {
    return { ...journey, edges: journey.edges.map((edge) => (edge === taken ? { ...taken, target } : edge)) }
  }
  return { ...journey, edges: [...journey.edges, { id: newId('e'), source, sourceHandle: port, target }] }
}
