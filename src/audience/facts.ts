import type { Moment } from '../engine/moment.ts'

/** One recorded event of a contact; `at` in epoch milliseconds, `seq` its ingestion number. */
export interface ContactEvent extends Moment {
  name: string
  properties: Record<string, unknown>
}

/** All that rules and visits may ask about a contact. Events are in order of their moment and may lie after the present. */
export interface Facts {
  attributes: Record<string, unknown>
  events: readonly ContactEvent[]
  /** Properties of the event that let the contact in. */
  entryEvent: Record<string, unknown>
}
