import { type ContactEvent, noFacts } from '@/audience/facts'
import { addDuration } from '@/engine/duration'
import type { Journey } from '@/engine/journey'
import type { SimulateInput } from '@/engine/simulate'
import type { Standing } from '@/engine/standing'
import { firstZone } from '@/engine/zone'
import { admits } from '@/nodes/trigger/admits'
import { comesNext, entryOf } from '@/nodes/trigger/entryOf'
import { type TriggerData, triggerData } from '@/nodes/trigger/triggerData'
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

/** The trigger the contact comes in by, and its data where it can be read. */
export function triggerOf(journey: Journey, { shapes }: World, { triggerId }: Trial) {
  const triggers = journey.nodes.filter(shapes.isEntry)
  const trigger = triggers.find(({ id }) => id === triggerId) ?? triggers[0]
  return { triggers, trigger, data: triggerData.safeParse(trigger?.data).data }
}

interface Tried {
  world: World
  trial: Trial
  contact: TriedContact
}

/** Whether what comes in is typed in, as an event or a call of one's own system brings it. */
export const isTyped = (data: TriggerData | undefined): boolean =>
  data?.on === 'api' || (data?.on === 'event' && data.event.name !== '')

/** Whether the trigger would let anybody in for an event with these properties. */
export function letsIn(data: TriggerData, trial: Trial): boolean {
  if (data.on !== 'event') return true
  return admits(data, { journey: '', node: '' }, { name: data.event.name, properties: valuesOf(trial.entry) })
}

/** When the clock would let the contact in next, after the start there is; nothing where it does not go by the clock. */
export const nextStart = (data: TriggerData, tried: Tried): number | undefined => comesNext(data, entrantOf(tried))

function entrantOf({ world, trial, contact }: Tried) {
  return {
    at: trial.startsAt,
    zone: firstZone(contact.zone, world.zone),
    workspaceZone: world.zone,
    facts: { ...noFacts, ...contact.facts, attributes: contact.attributes },
    properties: valuesOf(trial.entry),
  }
}

/** The simulation that the reader has set up. What really happened counts up to the start, what is set up from there on. */
export function requestOf(journey: Journey, tried: Tried): SimulationRequest {
  const { world, trial, contact } = tried
  const { trigger, data } = triggerOf(journey, world, trial)
  const nodeId = trigger?.id ?? ''
  const entrant = entrantOf(tried)
  const { zone, at: startsAt } = entrant
  const entry = data && entryOf(data, { journey: world.journeyId, node: nodeId }, entrant)
  const entryEvent = entry?.properties ?? {}
  const injected = trial.events.map((event, index) => ({
    at: addDuration(startsAt, event.after, world.zone),
    seq: FIRST_SEQ + 1 + index,
    name: event.name,
    properties: valuesOf(event.properties),
  }))
  const events = [
    ...contact.past.filter(({ at }) => at <= startsAt),
    { at: startsAt, seq: FIRST_SEQ, name: entry?.name ?? '', properties: entryEvent },
    ...injected,
  ].sort((one, other) => one.at - other.at || one.seq - other.seq)
  return {
    journey,
    check: world.check,
    facts: { ...noFacts, ...contact.facts, attributes: contact.attributes, ...entry?.facts, events, entryEvent },
    policy: contact.policy,
    zone,
    start: { nodeId, moment: { at: startsAt, seq: FIRST_SEQ } },
    enrollmentId: `${contact.id}:${trial.draw}`,
    answers: trial.answers,
    until: addDuration(startsAt, LOOKED_AT, zone),
  }
}
