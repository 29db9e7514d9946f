/** One change of a contact: their profile, their lists, their subscriptions. */
export type Change =
  | { set: string; value: unknown }
  | { unset: string }
  /** Adds to a number; what is no number counts as zero. */
  | { add: string; by: number }
  | { list: string; member: boolean }
  | { channel: string; topic: string; subscribed: boolean }

/** Why a message waited at its step, and since when, in epoch milliseconds. */
export interface HeldBack {
  since: number
  because: string
}

/** The event that tells a step how its request ended. */
export const ANSWERED = '$webhook_answered'

/** Something a visit asks the outside world to do; the worker stores it, nothing here performs it. */
export type Effect =
  | { do: 'send'; nodeId: string; channel: 'email'; topic: string; capClass: string; heldBack?: HeldBack }
  /** A message that is not sent, for the record that says why. */
  | { do: 'skip'; nodeId: string; channel: 'email'; topic: string; because: string }
  /** An HTTP request whose answer comes back as the event `ANSWERED`. */
  | { do: 'request'; nodeId: string }
  | { do: 'task'; nodeId: string }
  | { do: 'update'; nodeId: string; changes: readonly Change[] }
  /** Lets the contact into another journey. */
  | { do: 'enroll'; nodeId: string; journeyId: string }
