import type { Journey } from '@/engine/journey'
import type { Happening, Simulation } from '@/engine/simulate'

/** The part of a simulated path that has been shown so far, as the canvas marks it. */
export interface Trail {
  visited: ReadonlySet<string>
  edges: ReadonlySet<string>
  /** Where the contact stands now. */
  current: string | undefined
}

/** How many rows a simulation has; the last says where it came to. */
export const lengthOf = (simulation: Simulation | undefined): number =>
  simulation?.do === 'ran' ? simulation.happenings.length + 1 : 0

export function trailOf(simulation: Simulation, journey: Journey, shown: number): Trail | undefined {
  if (simulation.do !== 'ran') return undefined
  const happenings = simulation.happenings.slice(0, shown)
  const steps = happenings.flatMap((each) => (each.do === 'step' ? [each.step] : []))
  const taken = new Set(steps.map(({ nodeId, port }) => `${nodeId} ${port}`))
  return {
    visited: new Set(happenings.map(nodeOf)),
    edges: new Set(
      journey.edges.filter(({ source, sourceHandle }) => taken.has(`${source} ${sourceHandle}`)).map(({ id }) => id),
    ),
    current: standsAt(happenings.at(-1)) ?? firstNode(simulation.happenings),
  }
}

export const nodeOf = (happening: Happening): string =>
  happening.do === 'step' ? happening.step.nodeId : happening.nodeId

const standsAt = (last: Happening | undefined): string | undefined =>
  last && (last.do === 'step' ? (last.step.to ?? last.step.nodeId) : last.nodeId)

const firstNode = ([first]: readonly Happening[]): string | undefined => first && nodeOf(first)

/** How much to show so that the next time the contact wakes has just been seen; all, where it wakes no more. */
export function afterNextWake({ happenings }: Simulation & { do: 'ran' }, shown: number): number {
  const wait = happenings.findIndex(({ do: what }, index) => what === 'wait' && index >= shown - 1)
  return wait < 0 || wait + 1 >= happenings.length ? happenings.length + 1 : wait + 2
}
