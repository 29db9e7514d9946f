import type postgres from 'postgres'
import { databaseTime } from './databaseTime.ts'
import { journeyOfLength } from './journeys.ts'
import { addCrowd, crowd } from './population.ts'
import type { Report } from './report.ts'
import { MOVED, type Scale } from './scale.ts'
import { installUpperBound, upperBound } from './upperBound.ts'
import type { Moved, Workers } from './workers.ts'

export interface Bench {
  sql: postgres.Sql
  databaseUrl: string
  /** The process id of the database. */
  postmaster: number
  workspace: string
  workers: Workers
  scale: Scale
  report: Report
}

const past = () => new Date(Date.now() - 60_000)
const LONG = 400

/** Lets a crowd in who is due, and moves it. */
async function round({ sql, workspace, workers }: Bench, count: number, slots = 1): Promise<Moved> {
  await crowd(sql, { workspace, people: MOVED, document: journeyOfLength(10), wakeAt: past() })
  return workers.move(count, { slots })
}

async function boundRound({ sql, workspace }: Bench, connections: number): Promise<number> {
  const journey = await crowd(sql, { workspace, people: MOVED, document: journeyOfLength(10), wakeAt: past() })
  return upperBound(sql, { workspace, journey, connections })
}

const best = (moved: readonly Moved[]): Moved =>
  moved.reduce((one, other) => (other.perSecond > one.perSecond ? other : one))

/** The whole step beside the upper bound of the machine, with more and more workers. Answers steps a second of one worker. */
export async function measureSteps(bench: Bench): Promise<number> {
  const { scale, report } = bench
  await installUpperBound(bench.sql)
  await round(bench, Math.max(...scale.workers))
  const whole = new Map<number, Moved[]>()
  const bounds = new Map<number, number[]>()
  const twoSlots: Moved[] = []
  for (let turn = 0; turn < scale.rounds; turn++) {
    for (const count of scale.workers) {
      bounds.set(count, [...(bounds.get(count) ?? []), await boundRound(bench, count)])
      whole.set(count, [...(whole.get(count) ?? []), await round(bench, count)])
    }
    twoSlots.push(await round(bench, 1, 2))
  }
  const speed = (count: number) => best(whole.get(count) ?? []).perSecond
  for (const count of scale.workers) {
    report.add(
      `upper bound: the same rows by one call in SQL, ${count} at once`,
      Math.max(...(bounds.get(count) ?? [])),
      'steps/s',
    )
    report.add(`the whole step, ${count} worker${count === 1 ? '' : 's'}`, speed(count), 'steps/s')
  }
  report.add('  1 worker with two batches at once, as it does where many are due', best(twoSlots).perSecond, 'steps/s')
  const one = best(whole.get(1) ?? [])
  addOneWorker(report, one)
  report.hold({
    what: 'whole step : upper bound, 1 worker',
    ratio: speed(1) / Math.max(...(bounds.get(1) ?? [])),
    least: 0.45,
  })
  report.hold({
    what: '1 worker with two batches at once : upper bound',
    ratio: best(twoSlots).perSecond / Math.max(...(bounds.get(1) ?? [])),
    least: 0.45,
  })
  report.hold({ what: '2 workers : 1 worker', ratio: speed(2) / speed(1), least: 1.4 })
  return speed(1)
}

function addOneWorker(report: Report, { cpuMicroseconds, bytes }: Moved) {
  report.add('  of which time of the processor in the worker', cpuMicroseconds, 'µs/step')
  report.add('  memory of a worker', bytes / 1_048_576, 'MB')
}

/** Whether a step costs the same in long journeys and beside many others. */
export async function measureFlatness(bench: Bench) {
  const { scale, report, sql, workspace } = bench
  const few = await cheapest(bench, [10, LONG])
  report.add('cost of a step, journey of 10 steps', few[0] ?? 0, 'µs')
  report.add(`cost of a step, journey of ${LONG} steps`, few[1] ?? 0, 'µs')
  report.hold({
    what: `cost of a step, ${LONG} : 10 steps`,
    ratio: (few[1] ?? 0) / (few[0] ?? 1),
    least: 0.85,
    most: 1.15,
  })
  const journey = await crowd(sql, { workspace, people: 0, document: journeyOfLength(10), wakeAt: past() })
  const later = new Date(Date.now() + 86_400_000)
  await addCrowd(sql, { workspace, journey, people: scale.manyEnrollments, wakeAt: later, key: 'parked ' })
  await sql`vacuum analyze public.enrollments`
  const [many = 0] = await cheapest(bench, [10])
  const others = scale.manyEnrollments.toLocaleString('en')
  report.add(`cost of a step, ${others} enrollments more`, many, 'µs')
  report.hold({
    what: `cost of a step, ${others} enrollments more`,
    ratio: many / (few[0] ?? 1),
    least: 0.85,
    most: 1.15,
  })
}

/** Microseconds per step of journeys of these lengths, the least of some rounds, turn by turn. */
async function cheapest(bench: Bench, lengths: readonly number[]): Promise<number[]> {
  const costs = lengths.map((): number[] => [])
  for (let turn = 0; turn < bench.scale.rounds; turn++)
    for (const [index, length] of lengths.entries()) costs[index]?.push(await costOf(bench, length))
  return costs.map((each) => Math.min(...each))
}

/** Time of the processor in worker and database; where it cannot be read, the time that passes. */
async function costOf(bench: Bench, length: number): Promise<number> {
  const { sql, workspace, workers, postmaster } = bench
  await crowd(sql, { workspace, people: MOVED, document: journeyOfLength(length), wakeAt: past() })
  await sql`checkpoint`
  const before = databaseTime(postmaster)
  const moved = await workers.move(1)
  const after = databaseTime(postmaster)
  if (before === undefined || after === undefined) return 1e6 / moved.perSecond
  return (after - before) / moved.steps + moved.cpuMicroseconds
}
