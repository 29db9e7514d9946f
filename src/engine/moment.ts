/**
 * A place in time: epoch milliseconds, and the ingestion number of the event that made it (0 where a clock made it).
 * Events and timers are totally ordered by it, so a path never depends on when the worker happened to look.
 */
export interface Moment {
  at: number
  seq: number
}

/** The moment a timer goes off, which is before any event of the same millisecond. */
export const clockMoment = (at: number): Moment => ({ at, seq: 0 })

/** Says whether `one` comes before `other`. */
export const isBefore = (one: Moment, other: Moment): boolean =>
  one.at < other.at || (one.at === other.at && one.seq < other.seq)

/** Says whether `one` comes after `other`. */
export const isAfter = (one: Moment, other: Moment): boolean => isBefore(other, one)

/** The earlier of two moments. */
export const earlier = (one: Moment, other: Moment): Moment => (isBefore(other, one) ? other : one)
