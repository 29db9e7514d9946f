import type { Clock } from '../_shared/clock.ts'
import { compiledVersions } from '../_shared/compiledVersions.ts'
import type { Queryable } from '../_shared/database.ts'
import { toInstant } from '../_shared/now.ts'
import { claimed } from './claimed.ts'
import { commitRuns } from './commitRuns.ts'
import { eventsOf } from './eventsOf.ts'
import { runOne } from './runOne.ts'
import { standingsOf } from './standingsOf.ts'

export interface BatchReport {
  enrollments: number
  steps: number
  ended: number
  failed: number
}

/** Claims, runs and writes back one batch within a transaction, whose end is what makes it happen. */
export async function moveBatch(transaction: Queryable, clock: Clock, size: number): Promise<BatchReport> {
  const rows = claimed.parse(
    await transaction`select * from private.claim_enrollments(${toInstant(clock.now)}, ${size})`,
  )
  if (rows.length === 0) return { enrollments: 0, steps: 0, ended: 0, failed: 0 }
  const journeys = await compiledVersions(transaction, rows)
  const events = await eventsOf(transaction, rows, journeys)
  const standings = await standingsOf(transaction, rows, journeys)
  const known = { journeys, events, standings, after: new Map(), clock }
  const runs = rows.map((row) => runOne(row, known))
  await commitRuns(transaction, runs)
  return {
    enrollments: runs.length,
    steps: runs.reduce((sum, { steps }) => sum + steps.length, 0),
    ended: runs.filter(({ standing }) => standing.ended_at !== null).length,
    failed: runs.filter(({ standing }) => standing.last_error !== null).length,
  }
}
