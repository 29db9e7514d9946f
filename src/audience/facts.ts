import type { Moment } from '../engine/moment.ts'

/** One recorded event of a contact; `at` in epoch milliseconds, `seq` its ingestion number. */
export interface ContactEvent extends Moment {
  name: string
  properties: Record<string, unknown>
}

/** Whether a contact wants to hear of a topic; `pending` until a double opt-in is confirmed. */
export type Subscription = 'subscribed' | 'pending' | 'unsubscribed'

/** A message handed over for sending, whatever journey it was of; `at` in epoch milliseconds. */
export interface Sent {
  at: number
  channel: string
  /** The class under which frequency caps count it. */
  capClass: string
}

/** All that rules and visits may ask about a contact. Events are in order of their moment and may lie after the present. */
export interface Facts {
  attributes: Record<string, unknown>
  /** Since when each attribute has the value it has, in epoch milliseconds; missing where that is not known. */
  changedAt: Record<string, number>
  events: readonly ContactEvent[]
  /** Properties of the event that let the contact in. */
  entryEvent: Record<string, unknown>
  /** Ids of the segments and lists the contact is in, with the instant since when, in epoch milliseconds. */
  memberOf: Record<string, number>
  /** By `channel:topic`, and by `channel:*` for all that the channel sends, which is asked first; what the workspace's topics default to included. */
  subscriptions: Record<string, Subscription>
  /** Channels whose address is blocked for this contact, after a hard bounce or a complaint. */
  suppressed: readonly string[]
  /** What was lately handed over to this contact, oldest first, as far back as frequency caps look. */
  sends: readonly Sent[]
}

/** What is known of somebody of whom nothing is known. */
export const noFacts: Facts = {
  attributes: {},
  changedAt: {},
  events: [],
  entryEvent: {},
  memberOf: {},
  subscriptions: {},
  suppressed: [],
  sends: [],
}
