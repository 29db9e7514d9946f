import type { Journey } from '../journey.ts'

/** Leads every edge that goes to one node to another instead, or nowhere. An edge that would lead to its own start is dropped. */
export function bypass(journey: Journey, from: string, to: string | undefined): Journey {
  return {
    ...journey,
    edges: journey.edges.flatMap((edge) => {
      if (edge.target !== from) return [edge]
      return to === undefined || edge.source === to ? [] : [{ ...edge, target: to }]
    }),
  }
}
