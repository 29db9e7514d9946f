import { ownValue } from '../../audience/evaluate.ts'
import type { Facts } from '../../audience/facts.ts'
import { passes } from '../../audience/passes.ts'
import type { ValueTest } from '../../audience/rule.ts'
import { addDuration } from '../../engine/duration.ts'
import type { Occasion, Place } from './admits.ts'
import { nextDue } from './nextDue.ts'
import { instantIn, localIn, occurrencesAfter } from './occurrences.ts'
import type { TriggerData, TriggerOn } from './triggerData.ts'

/** Whom to let in for a trial, and when, in epoch milliseconds; `zone` is the contact's. */
export interface Entrant {
  at: number
  zone: string
  workspaceZone: string
  facts: Pick<Facts, 'attributes' | 'changedAt' | 'memberOf'>
  /** What the event, or the call of the API, carries. */
  properties: Record<string, unknown>
}

/** What happens to a contact who enters by a trigger, as the worker would take it in, and what is known of them then. */
export interface Entry extends Occasion {
  facts: Entrant['facts']
}

/** The event by which a contact comes in through a trigger, made up as far as the trigger does not say it. */
export function entryOf(data: TriggerData, { journey, node }: Place, entrant: Entrant): Entry {
  const { at, facts, properties } = entrant
  switch (data.on) {
    case 'event':
      return { name: data.event.name, properties, facts }
    case 'segmentEntered': {
      const memberOf = { ...facts.memberOf, [data.segment]: at }
      return { name: '$segment_entered', properties: { segment: data.segment }, facts: { ...facts, memberOf } }
    }
    case 'segmentLeft': {
      const { [data.segment]: _, ...memberOf } = facts.memberOf
      return { name: '$segment_left', properties: { segment: data.segment }, facts: { ...facts, memberOf } }
    }
    case 'attribute':
      return changeOf(data, entrant)
    case 'date': {
      const date = String(ownValue(facts.attributes, data.attribute) ?? dayReachedAt(data, entrant))
      return { name: '$date_reached', properties: { journey, node, attribute: data.attribute, date }, facts }
    }
    case 'schedule': {
      const occurrence = localIn(at, data.zone === 'contact' ? entrant.zone : entrant.workspaceZone)
      return { name: '$scheduled', properties: { journey, node, occurrence }, facts }
    }
    case 'api':
      return { name: '$api', properties: { ...properties, journey }, facts }
    case 'manual':
      return { name: '$added_by_hand', properties: { journey }, facts }
  }
}

/** When a trigger that goes by the clock lets a contact in next, strictly after an instant; nothing for other kinds. */
export function comesNext(data: TriggerData, { at, zone, workspaceZone, facts }: Omit<Entrant, 'properties'>) {
  if (data.on === 'date') {
    return nextDue(data, { value: ownValue(facts.attributes, data.attribute), zone }, at)?.at
  }
  if (data.on !== 'schedule') return undefined
  const there = data.zone === 'contact' ? zone : workspaceZone
  const [next] = occurrencesAfter(data, localIn(at, there), 1)
  return next === undefined ? undefined : instantIn(next, there)
}

function changeOf({ attribute, from, to }: TriggerOn<'attribute'>, { at, facts }: Entrant): Entry {
  const has = ownValue(facts.attributes, attribute)
  const value = has !== undefined && (!to || passes(to, has)) ? has : sampleOf(to, 'new')
  const before = sampleOf(from, null)
  return {
    name: '$attribute_changed',
    properties: { attribute, from: before, to: value },
    facts: {
      ...facts,
      attributes: { ...facts.attributes, [attribute]: value },
      changedAt: { ...facts.changedAt, [attribute]: at },
    },
  }
}

/** A value that passes a test, for want of a real one. */
function sampleOf(test: ValueTest | undefined, any: unknown): unknown {
  switch (test?.op) {
    case undefined:
      return any
    case 'is':
    case 'contains':
    case 'startsWith':
    case 'atLeast':
    case 'atMost':
      return test.value
    case 'isNot':
      return test.value === 'new' ? 'other' : 'new'
    case 'in':
      return test.values[0]
    case 'moreThan':
      return test.value + 1
    case 'lessThan':
      return test.value - 1
    case 'exists':
      return 'new'
    case 'isMissing':
      return null
  }
}

/** The day whose coming would let the contact in now. */
function dayReachedAt({ shift }: TriggerOn<'date'>, { at, zone }: Entrant): string {
  const day = shift ? addDuration(at, shift.direction === 'before' ? shift.by : `-${shift.by}`, zone) : at
  return localIn(day, zone).slice(0, 10)
}
