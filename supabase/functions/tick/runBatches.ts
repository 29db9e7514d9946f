import type { Clock } from '../_shared/clock.ts'
import type { BatchReport } from './moveBatch.ts'
import { runBatch } from './runBatch.ts'

/** Runs batches side by side, each in its own transaction, as so many workers would. Answers what they did together. */
export async function runBatches(clock: Clock, { size, slots }: { size: number; slots: number }): Promise<BatchReport> {
  const reports = await Promise.all(Array.from({ length: slots }, () => runBatch(clock, size)))
  const sum = (part: keyof BatchReport) => reports.reduce((all, report) => all + report[part], 0)
  return { enrollments: sum('enrollments'), steps: sum('steps'), ended: sum('ended'), failed: sum('failed') }
}
