/** How much is measured: everything, or enough to see within three minutes whether something has become slow. */
export interface Scale {
  people: number
  /** How often each thing that is compared is measured; they take turns, and the best of each counts. */
  rounds: number
  workers: readonly number[]
  manyEnrollments: number
  dueAtOnce: number
  jobs: number
  events: number
  messages: number
  logRows: number
}

export const full: Scale = {
  people: 100_000,
  rounds: 5,
  workers: [1, 2, 4],
  manyEnrollments: 2_000_000,
  dueAtOnce: 100_000,
  jobs: 20_000,
  events: 20_000,
  messages: 5_000,
  logRows: 5_000_000,
}

export const quick: Scale = {
  people: 20_000,
  rounds: 3,
  workers: [1, 2],
  manyEnrollments: 100_000,
  dueAtOnce: 10_000,
  jobs: 5_000,
  events: 5_000,
  messages: 1_000,
  logRows: 500_000,
}

/** How many enrollments are moved in one round of a comparison. */
export const MOVED = 10_000
export const BATCH_SIZE = 500
