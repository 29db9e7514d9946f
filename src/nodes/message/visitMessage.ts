import type { Subscription } from '../../audience/facts.ts'
import { clockMoment } from '../../engine/moment.ts'
import { nextTurn } from '../../engine/nextTurn.ts'
import { type Decision, end, leave, type Visit } from '../../engine/nodeType.ts'
import { whyNotSent } from '../../engine/whyNotSent.ts'
import type { MessageData } from './message.ts'

/** Decides for a contact at a message: consent, address and suppression stop it; caps, quiet hours and its own hours hold it. */
export function visitMessage(visit: Visit<MessageData>): Decision {
  const { data, nodeId, facts, arrived, moment, zone, policy } = visit
  const { channel, topic, capClass, window } = data
  const stopped = whyNotSent({
    subscription: subscriptionOf(visit),
    byDefault: defaultOf(visit),
    address: facts.attributes.email,
    isSuppressed: facts.suppressed.includes(channel),
  })
  if (stopped) {
    const port = data.hasNotSent ? 'notSent' : 'next'
    return leave(port, stopped, [{ do: 'skip', nodeId, channel, topic, because: stopped }])
  }

  const wish = { capClass, window, sends: facts.sends, policy, zone }
  const turn = nextTurn(wish, moment.at)
  if (!turn) return end('notConfigured')
  if (turn.at > moment.at) {
    return { do: 'wait', until: clockMoment(turn.at), awaits: [], ...(turn.because && { because: turn.because }) }
  }
  const because = moment.at > arrived.at ? nextTurn(wish, arrived.at)?.because : undefined
  const heldBack = because && { heldBack: { since: arrived.at, because } }
  return leave('next', 'handedOver', [{ do: 'send', nodeId, channel, topic, capClass, ...heldBack }])
}

const defaultOf = ({ data, policy }: Visit<MessageData>) =>
  (Object.hasOwn(policy.topics, data.topic) ? policy.topics[data.topic]?.byDefault : undefined) ?? 'subscribed'

/** Leaving a channel as a whole counts before whatever was said of one topic. */
function subscriptionOf(visit: Visit<MessageData>): Subscription {
  const { channel, topic } = visit.data
  const { subscriptions } = visit.facts
  if (subscriptions[`${channel}:*`] === 'unsubscribed') return 'unsubscribed'
  const key = `${channel}:${topic}`
  return (Object.hasOwn(subscriptions, key) ? subscriptions[key] : undefined) ?? defaultOf(visit)
}
