import process from 'node:process'
import { z } from 'zod'
import type { Clock } from '../_shared/clock.ts'
import { sql } from '../_shared/database.ts'
import { toInstant } from '../_shared/now.ts'

const months = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)

/** Makes the partitions of the logs that will be needed, and drops what is older than PERENNIAL_KEEP_LOGS_MONTHS. */
export async function keepLogs(clock: Clock): Promise<void> {
  // A test's or a demo's year says nothing about the age of what is kept.
  if (clock.isMoved) return
  await sql`select private.keep_logs(${toInstant(clock.now)}, ${monthsFrom(process.env.PERENNIAL_KEEP_LOGS_MONTHS)})`
}

/** Two years where nothing is said; what is not a number of months keeps everything, as zero does. */
export function monthsFrom(setting: string | undefined): number {
  return setting === undefined ? 24 : (months.safeParse(setting).data ?? 0)
}
