import type { Clock } from '../_shared/clock.ts'
import { transact } from '../_shared/database.ts'
import { type BatchReport, moveBatch } from './moveBatch.ts'

/**
 * Claims, runs and writes back one batch in one transaction, in four statements whatever its size (one more when a version
 * is met for the first time, and one where a journey asks for more of a contact than profile and events). A worker that dies
 * rolls back and another takes the batch.
 */
export const runBatch = (clock: Clock, size: number): Promise<BatchReport> =>
  transact((transaction) => moveBatch(transaction, clock, size))
