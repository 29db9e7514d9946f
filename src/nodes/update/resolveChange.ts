import type { Facts } from '../../audience/facts.ts'
import type { Change } from '../../engine/effect.ts'
import type { AttributeValue, WantedChange } from './updateData.ts'

/** The attribute that holds where a contact stands in their life as a customer. */
export const STAGE = 'lifecycle_stage'

/** The change that comes of a wanted one for a contact; nothing where the entry event does not carry the value to take. */
export function resolveChange(wanted: WantedChange, { entryEvent }: Pick<Facts, 'entryEvent'>): Change | undefined {
  switch (wanted.do) {
    case 'set': {
      const value = valueIn(wanted.value, entryEvent)
      return value === undefined || value === null ? undefined : { set: wanted.attribute, value }
    }
    case 'unset':
      return { unset: wanted.attribute }
    case 'add':
      return { add: wanted.attribute, by: wanted.by ?? 0 }
    case 'stage':
      return { set: STAGE, value: wanted.stage }
    case 'join':
    case 'leave':
      return { list: wanted.list, member: wanted.do === 'join' }
    case 'subscribe':
    case 'unsubscribe':
      return { channel: wanted.channel, topic: wanted.topic, subscribed: wanted.do === 'subscribe' }
  }
}

function valueIn(wanted: AttributeValue, entryEvent: Facts['entryEvent']): unknown {
  if (wanted.is !== 'entryEvent') return wanted.value
  return Object.hasOwn(entryEvent, wanted.property) ? entryEvent[wanted.property] : undefined
}
