import { matches } from '../../../src/audience/evaluate.ts'
import type { JourneySettings } from '../../../src/engine/journey.ts'
import type { Item } from './item.ts'
import type { Listener } from './listeners.ts'

type Goal = NonNullable<JourneySettings['goal']>

/** One goal, the versions that have it, and the items that meet it with their worth, as `private.ingest` reads them. */
export interface MetGoal {
  versions: { journey: string; version: number }[]
  /** How many of them reach it. */
  times: number
  met: { i: number; value: number }[]
}

/** The goals that items meet. Versions share their goals, so that what is said grows with items and goals, not with versions. */
export function goalsMet(items: readonly Item[], listeners: readonly Listener[]): MetGoal[] {
  const shared = new Map<string, { goal: Goal; versions: MetGoal['versions'] }>()
  for (const { journey, version, settings } of listeners) {
    const { goal } = settings
    if (!goal) continue
    const key = JSON.stringify([goal.event, goal.times, goal.value?.property])
    const known = shared.get(key) ?? { goal, versions: [] }
    known.versions.push({ journey, version })
    shared.set(key, known)
  }
  return [...shared.values()]
    .map(({ goal, versions }) => ({
      versions,
      times: goal.times ?? 1,
      met: items.flatMap((item) => meets(goal, item)),
    }))
    .filter(({ met }) => met.length > 0)
}

function meets(goal: Goal, item: Item): MetGoal['met'] {
  if (!matches(goal.event, item)) return []
  const worth = goal.value ? Number(item.properties[goal.value.property] ?? 0) : 0
  return [{ i: item.i, value: Number.isFinite(worth) ? worth : 0 }]
}
