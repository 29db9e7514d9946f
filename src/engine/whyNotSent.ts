import type { Subscription } from '../audience/facts.ts'

/** Why a contact cannot be sent a message, in the order in which it is asked. */
export type NotSentReason = 'unsubscribed' | 'pendingOptIn' | 'notSubscribed' | 'noAddress' | 'suppressed'

interface Reachability {
  /** How the contact stands to the message's topic, the channel as a whole included. */
  subscription: Subscription
  /** How somebody stands to the topic who never said anything. */
  byDefault: 'subscribed' | 'unsubscribed'
  address: unknown
  isSuppressed: boolean
}

/**
 * The first thing that stops a message to a contact: consent, then the address, then what became of earlier mail to it.
 * Nothing where it may go out. A step asks before it hands the message over, the sender once more at the moment of sending.
 */
export function whyNotSent({
  subscription,
  byDefault,
  address,
  isSuppressed,
}: Reachability): NotSentReason | undefined {
  if (subscription === 'pending') return 'pendingOptIn'
  if (subscription === 'unsubscribed') return byDefault === 'unsubscribed' ? 'notSubscribed' : 'unsubscribed'
  if (typeof address !== 'string' || address.trim() === '') return 'noAddress'
  return isSuppressed ? 'suppressed' : undefined
}
