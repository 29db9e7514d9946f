import { edgesBy } from '../edit/edges.ts'
import type { Way } from './limitsOf.ts'

/** The shortest time from leaving a message to coming to the next one (Dijkstra 1959, from all messages at once). */
export function shortestBetween(ways: readonly Way[], isMessage: (id: string) => boolean): number | undefined {
  const outOf = edgesBy(ways, 'source')
  const arrivals = new Map<string, number>()
  const done = new Set<string>()
  const go = (id: string, since: number) => {
    for (const { target, shortest } of outOf.get(id) ?? []) {
      arrivals.set(target, Math.min(since + shortest, arrivals.get(target) ?? Number.POSITIVE_INFINITY))
    }
  }
  for (const id of outOf.keys()) if (isMessage(id)) go(id, 0)
  for (let next = nearest(arrivals, done); next; next = nearest(arrivals, done)) {
    const [id, since] = next
    if (isMessage(id)) return since
    done.add(id)
    go(id, since)
  }
  return undefined
}

function nearest(arrivals: ReadonlyMap<string, number>, done: ReadonlySet<string>): [string, number] | undefined {
  let best: [string, number] | undefined
  for (const [id, since] of arrivals) if (!done.has(id) && (!best || since < best[1])) best = [id, since]
  return best
}
