import type { Journey } from '../journey.ts'
import { edgesBy } from './edges.ts'

/** All nodes that some path leads to from the given ones, these included. */
export function reachableFrom(journey: Pick<Journey, 'edges'>, starts: Iterable<string>): Set<string> {
  const next = edgesBy(journey.edges, 'source')
  const reached = new Set<string>(starts)
  const open = [...reached]
  for (let nodeId = open.pop(); nodeId !== undefined; nodeId = open.pop()) {
    for (const { target } of next.get(nodeId) ?? []) {
      if (reached.has(target)) continue
      reached.add(target)
      open.push(target)
    }
  }
  return reached
}
