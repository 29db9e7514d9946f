import type { Journey } from '../journey.ts'

/** Takes an edge away; its port then leads nowhere. */
export function disconnect(journey: Journey, edgeId: string): Journey {
  const edges = journey.edges.filter(({ id }) => id !== edgeId)
  return edges.length === journey.edges.length ? journey : { ...journey, edges }
}
