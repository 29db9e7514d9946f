import postgres from 'postgres'
import { makeTemporaryDataFolder, removeDataFolder } from '../supabase/local/dataFolder.ts'
import { startMigratedDatabase } from '../supabase/local/testing/migratedDatabase.ts'
import { aTenant, crowd } from './claims/populate.ts'

/** A claim among a million due rows may take so many times as long as among ten thousand. */
const MOST_TIMES = 3
const ROUNDS = 21
const clock = '2021-01-01T00:00:00Z'

const dataDir = makeTemporaryDataFolder()
const database = await startMigratedDatabase(dataDir)
const sql = postgres(database.url, { max: 1, onnotice: () => undefined })
try {
  await measureAll()
} finally {
  await sql.end()
  await database.stop()
  removeDataFolder(dataDir)
}

async function measureAll() {
  const [bulk, small] = [await aTenant(sql), await aTenant(sql)]
  await crowd(sql, small, 1)
  const taken: number[] = []
  for (const people of [10_000, 100_000, 1_000_000]) {
    await crowd(sql, bulk, people)
    taken.push(await measure(`${people.toLocaleString('en')} due`))
  }
  await sql`update public.journeys set status = 'paused' where id = ${bulk.journey}`
  await measure('a million due in a paused journey')
  await sql`update public.journeys set status = 'live' where id = ${bulk.journey}`
  for (let tenant = 0; tenant < 1000; tenant++) await crowd(sql, await aTenant(sql), 1)
  await measure('and one in each of 1,000 workspaces')
  const times = Number(taken.at(-1)) / Number(taken[0])
  if (times > MOST_TIMES) throw new Error(`A claim among a million takes ${times.toFixed(1)} times as long`)
}

async function measure(among: string): Promise<number> {
  await sql`vacuum analyze`
  const people = (on: postgres.ReservedSql) => on`select id from private.claim_enrollments(${clock}, 500)`
  const messages = (on: postgres.ReservedSql) =>
    on`select id from private.claim_deliveries(${clock}, 100, gen_random_uuid(), '1 minute')`
  const claiming = await medianOf(people)
  const line = [among.padEnd(40), `${claiming.toFixed(1)} ms`, `${(await medianOf(messages)).toFixed(1)} ms`]
  process.stdout.write(`${line.join('\t')}\n`)
  return claiming
}

/** Milliseconds a claim takes; each is given back. */
async function medianOf(claim: (on: postgres.ReservedSql) => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const on = await sql.reserve()
    await on`begin`
    const started = performance.now()
    await claim(on)
    taken.push(performance.now() - started)
    await on`rollback`
    on.release()
  }
  return taken.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
}
