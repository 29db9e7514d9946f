import { Logger, run } from 'graphile-worker'
import PgBoss from 'pg-boss'
import type postgres from 'postgres'
import { BATCH_SIZE } from './scale.ts'
import type { Bench } from './steps.ts'

const SCHEMA = 'graphile_worker'
/** The rows that a queue which looks every other second is given time for. */
const DEFAULT_MS = 6_000

/** Job queues with jobs that do nothing, in the same database: what a step costs beside them. */
export async function measureQueues(bench: Bench, stepsPerSecond: number) {
  const { report, scale } = bench
  const byDefault = await graphile(bench, { jobs: Math.ceil(scale.jobs / 4) })
  const tuned = await graphile(bench, { jobs: scale.jobs, isTuned: true })
  report.add('graphile-worker, empty jobs, default', byDefault, 'jobs/s')
  report.add('graphile-worker, empty jobs, tuned (24 at once, local queue of 500)', tuned, 'jobs/s')
  report.hold({ what: 'whole step, 1 worker : graphile-worker, default', ratio: stepsPerSecond / byDefault, least: 5 })
  report.hold({ what: 'whole step, 1 worker : graphile-worker, tuned', ratio: stepsPerSecond / tuned, least: 0.6 })
  const boss = new PgBoss({ connectionString: bench.databaseUrl, supervise: false, schedule: false })
  boss.on('error', (error) => process.stderr.write(`pg-boss: ${error.message}\n`))
  await boss.start()
  report.add('pg-boss, empty jobs, default (looks every 2 s)', await bossByDefault(boss), 'jobs/s')
  report.add('pg-boss, empty jobs, fetched and completed by 500', await bossTuned(boss, scale.jobs), 'jobs/s')
  await boss.stop({ graceful: false })
}

interface Load {
  jobs: number
  isTuned?: boolean
}

async function graphile({ sql, databaseUrl }: Bench, { jobs, isTuned = false }: Load): Promise<number> {
  let left = jobs
  let finish = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const preset = {
    worker: { concurrentJobs: 24, localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 },
  }
  const start = () =>
    run({
      connectionString: databaseUrl,
      noHandleSignals: true,
      logger: new Logger(() => () => undefined),
      taskList: {
        nothing: () => {
          left -= 1
          if (left === 0) finish()
        },
      },
      ...(isTuned && { preset }),
    })
  await (await start()).stop()
  await enqueue(sql, jobs)
  const started = performance.now()
  const runner = await start()
  await finished
  const perSecond = jobs / ((performance.now() - started) / 1000)
  await runner.stop()
  return perSecond
}

const enqueue = (sql: postgres.Sql, jobs: number) =>
  sql.unsafe(`select ${SCHEMA}.add_jobs(array(
    select row('nothing', '{}', null, now(), 25, null, null, null)::${SCHEMA}.job_spec from generate_series(1, ${jobs})))`)

const someJobs = (name: string, jobs: number) => Array.from({ length: jobs }, () => ({ name, data: {} }))

async function bossByDefault(boss: PgBoss): Promise<number> {
  await boss.createQueue('default')
  await boss.insert(someJobs('default', 200))
  let done = 0
  const started = performance.now()
  await boss.work('default', async () => {
    done += 1
  })
  await new Promise((resolve) => setTimeout(resolve, DEFAULT_MS))
  return done / ((performance.now() - started) / 1000)
}

async function bossTuned(boss: PgBoss, jobs: number): Promise<number> {
  await boss.createQueue('tuned')
  await boss.insert(someJobs('tuned', jobs))
  const started = performance.now()
  while (true) {
    const fetched = await boss.fetch('tuned', { batchSize: BATCH_SIZE })
    if (fetched.length === 0) return jobs / ((performance.now() - started) / 1000)
    await boss.complete(
      'tuned',
      fetched.map(({ id }) => id),
    )
  }
}
