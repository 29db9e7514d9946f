import type { Journey } from '../journey.ts'

/** Takes nodes away with all their edges and notes, healing nothing. */
export function dropNodes(journey: Journey, nodeIds: ReadonlySet<string>): Journey {
  if (!journey.nodes.some(({ id }) => nodeIds.has(id))) return journey
  return {
    ...journey,
    nodes: journey.nodes.filter(({ id }) => !nodeIds.has(id)),
    edges: journey.edges.filter(({ source, target }) => !nodeIds.has(source) && !nodeIds.has(target)),
    notes: journey.notes.filter(({ at }) => !nodeIds.has(at)),
  }
}
