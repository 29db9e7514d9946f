import { z } from 'zod'
import { matches } from '@/audience/evaluate'
import { type ContactEvent, noFacts } from '@/audience/facts'
import { eventMatch } from '@/audience/rule'
import { addDuration } from '@/engine/duration'
import type { Journey } from '@/engine/journey'
import type { SimulateInput } from '@/engine/simulate'
import type { Standing } from '@/engine/standing'
import { firstZone } from '@/engine/zone'
import type { World } from '../store/world'
import { type Trial, valuesOf } from './trial'

/** Somebody to try a journey out with, as the worker would see them. */
export interface TriedContact extends Standing {
  id: string
  zone: string | null
  attributes: Record<string, unknown>
  /** What they really did. */
  past: readonly ContactEvent[]
}

export type SimulationRequest = Omit<SimulateInput, 'nodeTypes'>

/** Above every number that a real event has. */
const FIRST_SEQ = 2 ** 40
const LOOKED_AT = 'P2Y'

const entryData = z.object({ event: eventMatch })

/** The trigger the contact comes in by, and the name of its event. */
export function triggerOf(journey: Journey, { shapes }: World, { triggerId }: Trial) {
  const triggers = journey.nodes.filter(shapes.isEntry)
  const trigger = triggers.find(({ id }) => id === triggerId) ?? triggers[0]
  const name = entryData.safeParse(trigger?.data).data?.event.name ?? ''
  return { triggers, trigger, name }
}

/** Whether the trigger would let anybody in for an event with these properties. */
export function letsIn(data: unknown, { name, trial }: { name: string; trial: Trial }): boolean {
  const parsed = entryData.safeParse(data)
  return parsed.success && matches(parsed.data.event, { name, properties: valuesOf(trial.entry) })
}

/** The simulation that the reader has set up. What really happened counts up to the start, what is set up from there on. */
export function requestOf(
  journey: Journey,
  { world, trial, contact }: { world: World; trial: Trial; contact: TriedContact },
): SimulationRequest {
  const { trigger, name } = triggerOf(journey, world, trial)
  const zone = firstZone(contact.zone, world.zone)
  const { startsAt } = trial
  const entryEvent = valuesOf(trial.entry)
  const injected = trial.events.map((event, index) => ({
    at: addDuration(startsAt, event.after, world.zone),
    seq: FIRST_SEQ + 1 + index,
    name: event.name,
    properties: valuesOf(event.properties),
  }))
  const events = [
    ...contact.past.filter(({ at }) => at <= startsAt),
    { at: startsAt, seq: FIRST_SEQ, name, properties: entryEvent },
    ...injected,
  ].sort((one, other) => one.at - other.at || one.seq - other.seq)
  return {
    journey,
    check: world.check,
    facts: { ...noFacts, ...contact.facts, attributes: contact.attributes, events, entryEvent },
    policy: contact.policy,
    zone,
    start: { nodeId: trigger?.id ?? '', moment: { at: startsAt, seq: FIRST_SEQ } },
    enrollmentId: `${contact.id}:${trial.draw}`,
    answers: trial.answers,
    until: addDuration(startsAt, LOOKED_AT, zone),
  }
}
