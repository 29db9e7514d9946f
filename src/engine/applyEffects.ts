import type { Facts } from '../audience/facts.ts'
import type { Change, Effect } from './effect.ts'
import { noPolicy, type SendingPolicy } from './policy.ts'

/** When effects happen, in epoch milliseconds, and by which rules somebody subscribes; left out, at once. */
export interface Circumstances {
  at: number
  policy?: SendingPolicy
}

/**
 * The facts as they are once these effects are done, so that the next step already sees what this one changed. What only
 * the outside world can say is left as it is. The facts given stay untouched.
 */
export function applyEffects(facts: Facts, effects: readonly Effect[], circumstances: Circumstances): Facts {
  return effects.reduce((known, effect) => applied(known, effect, circumstances), facts)
}

function applied(facts: Facts, effect: Effect, circumstances: Circumstances): Facts {
  switch (effect.do) {
    case 'update':
      return effect.changes.reduce((known, change) => changed(known, change, circumstances), facts)
    case 'send': {
      const { channel, capClass } = effect
      return { ...facts, sends: [...facts.sends, { at: circumstances.at, channel, capClass }] }
    }
    default:
      return facts
  }
}

function changed(facts: Facts, change: Change, { at, policy = noPolicy }: Circumstances): Facts {
  if ('set' in change) return withAttribute(facts, { name: change.set, value: change.value, at })
  if ('unset' in change) return withAttribute(facts, { name: change.unset, value: undefined, at })
  if ('add' in change) {
    const before = Object.hasOwn(facts.attributes, change.add) ? facts.attributes[change.add] : undefined
    return withAttribute(facts, {
      name: change.add,
      value: (typeof before === 'number' ? before : 0) + change.by,
      at,
    })
  }
  if ('list' in change) {
    const { [change.list]: since = at, ...others } = facts.memberOf
    return { ...facts, memberOf: change.member ? { ...others, [change.list]: since } : others }
  }
  const key = `${change.channel}:${change.topic}`
  const isAsked = policy.topics[change.topic]?.doubleOptIn && facts.subscriptions[key] !== 'subscribed'
  const wanted = isAsked ? 'pending' : 'subscribed'
  return { ...facts, subscriptions: { ...facts.subscriptions, [key]: change.subscribed ? wanted : 'unsubscribed' } }
}

function withAttribute(facts: Facts, { name, value, at }: { name: string; value: unknown; at: number }): Facts {
  const { [name]: before, ...others } = facts.attributes
  if (JSON.stringify(before) === JSON.stringify(value)) return facts
  return {
    ...facts,
    attributes: value === undefined ? others : { ...others, [name]: value },
    changedAt: { ...facts.changedAt, [name]: at },
  }
}
