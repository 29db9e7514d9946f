import { edgesBy } from '../edit/edges.ts'
import type { JourneyEdge } from '../journey.ts'

/** A way from one node to another. */
type Way = Pick<JourneyEdge, 'source' | 'target'>

/**
 * Groups nodes that lead to each other, every group before those it leads to (Kosaraju's strongly connected components).
 * The edges must join given nodes.
 */
export function components(nodeIds: readonly string[], edges: readonly Way[]): string[][] {
  const into = edgesBy(edges, 'target')
  const taken = new Set<string>()
  return finishedLastFirst(nodeIds, edgesBy(edges, 'source'))
    .map((start) => takeBackwards(start, into, taken))
    .filter((group) => group.length > 0)
}

/** The nodes from which some path along the edges leads back to themselves. */
export function inCircles(nodeIds: readonly string[], edges: readonly Way[]): Set<string> {
  const groups = components(nodeIds, edges).filter((group) => group.length > 1)
  const loops = edges.filter(({ source, target }) => source === target).map(({ source }) => source)
  return new Set([...groups.flat(), ...loops])
}

function finishedLastFirst(nodeIds: readonly string[], outOf: ReadonlyMap<string, Way[]>): string[] {
  const seen = new Set<string>()
  const finished: string[] = []
  for (const start of nodeIds) {
    if (seen.has(start)) continue
    seen.add(start)
    const path = [{ id: start, left: [...(outOf.get(start) ?? [])] }]
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const next = here.left.pop()?.target
      if (next === undefined) {
        finished.push(here.id)
        path.pop()
      } else if (!seen.has(next)) {
        seen.add(next)
        path.push({ id: next, left: [...(outOf.get(next) ?? [])] })
      }
    }
  }
  return finished.toReversed()
}

function takeBackwards(start: string, into: ReadonlyMap<string, Way[]>, taken: Set<string>): string[] {
  if (taken.has(start)) return []
  taken.add(start)
  const group = [start]
  for (const id of group) {
    for (const { source } of into.get(id) ?? []) {
      if (taken.has(source)) continue
      taken.add(source)
      group.push(source)
    }
  }
  return group
}
