import { journeyOfLength } from './journeys.ts'
import { crowd } from './population.ts'
import { BATCH_SIZE } from './scale.ts'
import type { Bench } from './steps.ts'

/** How late people are moved who are all due within one second, by one worker that looks all the time. */
export async function measureLateness({ sql, workspace, workers, scale, report }: Bench) {
  const { dueAtOnce } = scale
  const far = new Date(Date.now() + 86_400_000)
  const journey = await crowd(sql, { workspace, people: dueAtOnce, document: journeyOfLength(10), wakeAt: far })
  const from = Date.now() + 10_000 + dueAtOnce / 10
  await sql`
    update public.enrollments enrollment set wake_at = to_timestamp(${from}::float8 / 1000) + spread.place * interval '1 second' / ${dueAtOnce}::int
    from (select id, row_number() over (order by id) as place from public.enrollments
      where workspace_id = ${workspace} and journey_id = ${journey}) spread
    where enrollment.workspace_id = ${workspace} and enrollment.id = spread.id`
  await sql`vacuum analyze public.enrollments`
  if (Date.now() > from) throw new Error('They were due before the measurement began.')
  const { batches } = await workers.move(1, { size: BATCH_SIZE, until: from + 1000 })
  let place = 0
  const late: number[] = []
  // The longest due goes first, so the order in which they are moved is the order in which they are due.
  for (const { at, enrollments } of batches)
    for (let index = 0; index < enrollments; index++) {
      place += 1
      late.push(at - (from + (place / dueAtOnce) * 1000))
    }
  late.sort((one, other) => one - other)
  const quantile = (part: number) => late[Math.min(Math.floor(late.length * part), late.length - 1)] ?? 0
  const crowdText = late.length.toLocaleString('en')
  report.add(`lateness of ${crowdText} who are due within one second, 1 worker, median`, quantile(0.5), 'ms')
  report.add('  of the latest hundredth', quantile(0.99), 'ms')
}
