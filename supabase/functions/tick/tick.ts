import { type Clock, movedClock } from '../_shared/clock.ts'
import { sql } from '../_shared/database.ts'
import { clockFrom, toInstant } from '../_shared/now.ts'
import { computeSegment } from './computeSegment.ts'
import { keepLogs } from './keepLogs.ts'
import { runBatches } from './runBatches.ts'
import { runChecks } from './runChecks.ts'
import { runSchedules } from './runSchedules.ts'
import { takeSignals } from './takeSignals.ts'

/** A call stops after this long, or this many batches, and the next goes on: hosted functions have limits. */
const BUDGET_MS = 45_000
const MOST_BATCHES = 100
const BATCH_SIZE = 500
/** Batches at once where many are due: while the database works on one, this process works on the other. */
const SLOTS = 2
/** Contacts a segment looks at in one go while it is computed. */
const COMPUTED_AT_ONCE = 10_000

/** Takes in what happened inside and runs what is due, batch by batch, in the order of time. Answers what was done and whether something is left. */
export async function tick(request: Request): Promise<Response> {
  const clock = await clockFrom(movedClock(request, { isSecret: true }))
  const report = await runDue(clock)
  await sql`select private.fold_member_counts()`
  await keepLogs(clock)
  return Response.json({ now: toInstant(clock.now), ...report })
}

async function runDue(clock: Clock) {
  const started = performance.now()
  const total = { signals: 0, checks: 0, enrollments: 0, steps: 0, ended: 0, failed: 0 }
  const full = clock.isMoved ? 1 : BATCH_SIZE
  let slots = 1
  for (let batches = 0; batches < MOST_BATCHES && performance.now() - started < BUDGET_MS; batches++) {
    const called = await runSchedules(clock)
    const signals = await takeSignals(clock, BATCH_SIZE)
    const checks = await runChecks(clock, BATCH_SIZE)
    const isComputing = await computeSegment(clock, COMPUTED_AT_ONCE)
    const done = await runBatches(clock, { size: BATCH_SIZE, slots })
    slots = done.enrollments < BATCH_SIZE ? 1 : SLOTS
    total.signals += signals
    total.checks += checks
    total.enrollments += done.enrollments
    total.steps += done.steps
    total.ended += done.ended
    total.failed += done.failed
    if (!isComputing && Math.max(called, signals, checks, done.enrollments) < full) return { ...total, isDone: true }
  }
  return { ...total, isDone: false }
}
