import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { makeTemporaryDataFolder, removeDataFolder } from '../supabase/local/dataFolder.ts'
import { startMigratedDatabase } from '../supabase/local/testing/migratedDatabase.ts'
import { startServer } from './whole/functionsServer.ts'
import { measureIngest } from './whole/ingest.ts'
import { measureLateness } from './whole/lateness.ts'
import { measureMessages } from './whole/messages.ts'
import { measureOverlay } from './whole/overlay.ts'
import { populate } from './whole/population.ts'
import { measureQueues } from './whole/queues.ts'
import { Report } from './whole/report.ts'
import { full, quick } from './whole/scale.ts'
import { type Bench, measureFlatness, measureSteps } from './whole/steps.ts'
import { Workers } from './whole/workers.ts'

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, out: { type: 'string' }, only: { type: 'string' } },
})
const scale = values.quick ? quick : full
const report = new Report()
const started = performance.now()

const dataDir = makeTemporaryDataFolder()
const database = await startMigratedDatabase(dataDir, { durable: true })
const sql = postgres(database.url, { max: 4, onnotice: () => undefined })
const workers = await Workers.start(database.url, Math.max(...scale.workers))
try {
  const workspace = await populate(sql, scale.people)
  await measureAll({ sql, databaseUrl: database.url, postmaster: database.pid, workspace, workers, scale, report })
} finally {
  workers.stop()
  await sql.end()
  await database.stop()
  removeDataFolder(dataDir)
}

async function measureAll(bench: Bench) {
  const isWanted = (part: string) => values.only === undefined || values.only === part
  if (isWanted('steps')) await measureQueues(bench, await measureSteps(bench))
  if (isWanted('flatness')) await measureFlatness(bench)
  if (isWanted('lateness')) await measureLateness(bench)
  if (isWanted('http')) await measureOverHttp(bench)
  if (isWanted('overlay')) await measureOverlay(bench)
  report.add('memory of this process', process.memoryUsage().rss / 1_048_576, 'MB')
  const isFine = report.printFloors()
  const seconds = (performance.now() - started) / 1000
  process.stdout.write(`\n${seconds.toFixed(0)} s in all\n`)
  if (values.out !== undefined) {
    const cpu = cpus()
    const machine = { node: process.version, cpu: cpu[0]?.model ?? 'unknown', cores: cpu.length, bytes: totalmem() }
    const at = new Date().toISOString()
    writeFileSync(values.out, `${JSON.stringify({ at, machine, scale, seconds, ...report.toJson() }, null, 2)}\n`)
  }
  if (!isFine) process.exitCode = 1
}

/** In a workspace of its own, where no crowd of journeys listens. */
async function measureOverHttp(before: Bench) {
  const bench = { ...before, workspace: await populate(sql, scale.people) }
  const functions = await startServer(bench.databaseUrl)
  try {
    await measureIngest(bench, functions)
    await measureMessages(bench, functions)
  } finally {
    await functions.stop()
  }
}
