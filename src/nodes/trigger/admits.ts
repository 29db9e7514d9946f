import { matches, ownValue } from '../../audience/evaluate.ts'
import { passes } from '../../audience/passes.ts'
import type { ValueTest } from '../../audience/rule.ts'
import type { TriggerData } from './triggerData.ts'

/** Something that happened to a contact, as a trigger sees it. */
export interface Occasion {
  name: string
  properties: Record<string, unknown>
}

/** Where a trigger stands: signals that are meant for one journey or step name it. */
export interface Place {
  journey: string
  node: string
}

/** Says whether a trigger lets a contact in for what happened. What is not filled in lets nobody in. */
export function admits(data: TriggerData, place: Place, occasion: Occasion): boolean {
  const { name, properties } = occasion
  const is = (property: string, value: string) => value !== '' && ownValue(properties, property) === value
  switch (data.on) {
    case 'event':
      return data.event.name !== '' && matches(data.event, occasion)
    case 'segmentEntered':
      return name === '$segment_entered' && is('segment', data.segment) && concerns(data, place, properties)
    case 'segmentLeft':
      return name === '$segment_left' && is('segment', data.segment)
    case 'attribute':
      return (
        name === '$attribute_changed' &&
        is('attribute', data.attribute) &&
        holds(data.from, properties.from) &&
        holds(data.to, properties.to)
      )
    case 'date':
      return name === '$date_reached' && is('journey', place.journey) && is('node', place.node)
    case 'schedule':
      return name === '$scheduled' && is('journey', place.journey) && is('node', place.node)
    case 'api':
      return name === '$api' && is('journey', place.journey)
    case 'manual':
      return name === '$added_by_hand' && is('journey', place.journey)
  }
}

/** Who was in the segment when a journey was published is signalled to that journey alone. */
const concerns = (data: { includePresent: boolean }, { journey }: Place, properties: Record<string, unknown>) =>
  properties.journey === undefined || (data.includePresent && properties.journey === journey)

const holds = (test: ValueTest | undefined, value: unknown) => test === undefined || passes(test, value)

/** A trigger in its place in a journey. */
export interface Door {
  id: string
  data: TriggerData
}

/**
 * The trigger by which a contact enters a journey for what happened, or nothing. Where several would let them in, the first
 * in the document does. Whoever is added by hand or comes from another journey enters by the first, whatever its kind.
 */
export function doorFor<One extends Door>(doors: readonly One[], journey: string, occasion: Occasion): One | undefined {
  const admitting = doors.find(({ id, data }) => admits(data, { journey, node: id }, occasion))
  return admitting ?? (isAddressed(journey, occasion) ? doors[0] : undefined)
}

const isAddressed = (journey: string, { name, properties }: Occasion): boolean =>
  (name === '$moved' || name === '$added_by_hand') && ownValue(properties, 'journey') === journey

/** The name of the event that a trigger hears. */
export const heardBy = (data: TriggerData): string => (data.on === 'event' ? data.event.name : signals[data.on])

const signals = {
  segmentEntered: '$segment_entered',
  segmentLeft: '$segment_left',
  attribute: '$attribute_changed',
  date: '$date_reached',
  schedule: '$scheduled',
  api: '$api',
  manual: '$added_by_hand',
} as const
