import postgres from 'postgres'
import { makeTemporaryDataFolder, removeDataFolder } from '../supabase/local/dataFolder.ts'
import { startMigratedDatabase } from '../supabase/local/testing/migratedDatabase.ts'
import { medianOf, timed } from './segments/measure.ts'
import { populate } from './segments/populate.ts'

/** What has to be kept: the count of a segment once it is computed, in milliseconds. */
const WANTED = 500
const people = Number(process.argv[2] ?? 1_000_000)

const clock = () => ({ now: Date.now(), isMoved: false })

const asMember = (
  owner: string,
  work: (transaction: postgres.TransactionSql) => Promise<postgres.RowList<postgres.Row[]>>,
) =>
  sql.begin(async (transaction) => {
    await transaction`select set_config('request.jwt.claim.sub', ${owner}, true),
      set_config('request.jwt.claims', ${JSON.stringify({ sub: owner, role: 'authenticated' })}, true),
      set_config('role', 'authenticated', true)`
    return work(transaction)
  })

const dataDir = makeTemporaryDataFolder()
const database = await startMigratedDatabase(dataDir)
process.env.SUPABASE_DB_URL = database.url
const sql = postgres(database.url, { max: 2, onnotice: () => undefined })
const { sql: pool } = await import('../supabase/functions/_shared/database.ts')
try {
  await measureAll()
} finally {
  await Promise.all([sql.end(), pool.end()])
  await database.stop()
  removeDataFolder(dataDir)
}

async function measureAll() {
  const { workspace, owner } = await populate(sql, people)
  const everybody = { if: 'attribute', attribute: 'plan', test: { op: 'exists' } } as const
  const recent = { if: 'performed', event: { name: 'bought', where: [] }, within: 'P30D' } as const
  const paid = { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'paid' } } as const
  const report: [string, number, string][] = []
  const all = await save(workspace, everybody)
  report.push(['first computation, everybody', await compute(), 'ms'])
  const buyers = await save(workspace, { all: [recent, paid] })
  report.push(['first computation, bought within 30 days and paid', await compute(), 'ms'])
  const count = () => asMember(owner, (transaction) => transaction`select * from public.segment_counts(${workspace})`)
  const counting = await medianOf(21, count)
  report.push(['counts of all segments, as a member', counting, 'ms'])
  const live = () =>
    sql`select count(*) from public.segment_members where workspace_id = ${workspace} and segment_id = ${all}`
  report.push(['for comparison: counting the members one by one', await medianOf(5, live), 'ms'])
  const page = () =>
    asMember(owner, (transaction) => transaction`select id from public.segment_people(${workspace}, ${buyers})`)
  report.push(['a page of members, as a member', await medianOf(21, page), 'ms'])
  let primed = 0
  const priming = await timed(async () => {
    primed = await look(Number.POSITIVE_INFINITY)
  })
  report.push(
    ['contacts whom time may move', primed, ''],
    ['of them looked at a second', (primed / priming) * 1000, '/s'],
  )
  report.push(...(await events(workspace)))
  for (const [what, figure, unit] of report)
    process.stdout.write(`${what.padEnd(64)} ${figure.toFixed(1).padStart(10)} ${unit}\n`)
  process.stdout.write(`${(await count()).map(({ members }) => members).join(' and ')} members\n`)
  if (counting > WANTED) process.exitCode = 1
}

async function save(workspace: string, rule: object): Promise<string> {
  const { segmentReads } = await import('../src/audience/segmentRule.ts')
  const { rule: schema } = await import('../src/audience/rule.ts')
  const parsed = schema.parse(rule)
  const [saved] = await sql`select id from private.save_segment(${workspace}, null, 'Segment',
    ${JSON.stringify(parsed)}::text::jsonb, ${JSON.stringify(segmentReads(parsed))}::text::jsonb, null)`
  return String(saved?.id)
}

async function compute(): Promise<number> {
  const { computeSegment } = await import('../supabase/functions/tick/computeSegment.ts')
  return timed(async () => {
    while (await computeSegment(clock(), 10_000));
  })
}

/** Looks at those who are due, until so many have been or nobody is left; answers how many. */
async function look(most: number): Promise<number> {
  const { runChecks } = await import('../supabase/functions/tick/runChecks.ts')
  let looks = 0
  while (looks < most) {
    const done = await runChecks(clock(), 500)
    if (done === 0) return looks
    looks += done
  }
  return looks
}

async function events(workspace: string): Promise<[string, number, string][]> {
  const SIZE = 2_500
  const batch = (name: string, turn: number) =>
    Array.from({ length: SIZE }, (_, i) => ({
      ...{ i, type: 'track', name, at: new Date().toISOString(), is_old: false },
      ...{ message_id: `${name} ${turn} ${i}`, user_id: `u${1 + (((turn * SIZE + i) * 7) % people)}`, properties: {} },
    }))
  const ingest = async (name: string) => {
    let turn = 0
    return medianOf(9, () => {
      turn += 1
      return sql`select i from private.ingest(${workspace}, now(), ${JSON.stringify(batch(name, turn))}::text::jsonb, '[]', '[]')`
    })
  }
  const unnamed = await ingest('idled')
  const named = await ingest('bought')
  const [{ waiting = 0 } = {}] = await sql`select count(*)::int as waiting from private.checks where due_at <= now()`
  let looks = 0
  const looking = await timed(async () => {
    looks = await look(Number.POSITIVE_INFINITY)
  })
  return [
    [`${SIZE} events that no segment names, taken in`, unnamed, 'ms'],
    [`${SIZE} events that a segment names, taken in`, named, 'ms'],
    ['looks lined up by the latter', waiting, ''],
    ['looks a second', (looks / looking) * 1000, '/s'],
  ]
}
