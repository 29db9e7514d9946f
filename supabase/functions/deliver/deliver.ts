import { type Clock, movedClock } from '../_shared/clock.ts'
import { compiledVersions } from '../_shared/compiledVersions.ts'
import { type Queryable, sql, transact } from '../_shared/database.ts'
import { jsonbText } from '../_shared/jsonbText.ts'
import { logError } from '../_shared/logError.ts'
import { untilBack } from '../_shared/lostDatabase.ts'
import { clockFrom, toInstant } from '../_shared/now.ts'
import { retryConflicts } from '../ingest/retryConflicts.ts'
import { type ClaimedDelivery, claimedDeliveries } from './claimedDelivery.ts'
import { handOverBy, type Tools } from './handOverBy.ts'
import type { Outcome } from './outcome.ts'
import { defaultProviders } from './providers/storedProvider.ts'
import { sendConfirmations } from './sendConfirmations.ts'
import { signingSecrets } from './signingSecrets.ts'
import { taskArrivals } from './taskArrivals.ts'
import { tryAgain } from './tryAgain.ts'

const BUDGET_MS = 45_000
const MOST_BATCHES = 100
const BATCH_SIZE = 100
/** Longer than the slowest batch may take: connections give up after 30 s. */
const LEASE = '5 minutes'

/** Sends what is due. Answers how many messages came to which end, and whether something is left. */
export async function deliver(request: Request): Promise<Response> {
  const clock = await clockFrom(movedClock(request, { isSecret: true }))
  const started = performance.now()
  const total: Record<Outcome['kind'], number> = { sent: 0, skipped: 0, failed: 0, retried: 0 }
  await sendConfirmations(clock)
  for (let batches = 0; batches < MOST_BATCHES && performance.now() - started < BUDGET_MS; batches++) {
    const outcomes = await deliverBatch(clock)
    for (const { kind } of outcomes) total[kind]++
    if (outcomes.length < BATCH_SIZE) return Response.json({ now: toInstant(clock.now), ...total, isDone: true })
  }
  return Response.json({ now: toInstant(clock.now), ...total, isDone: false })
}

async function deliverBatch(clock: Clock): Promise<Outcome[]> {
  const worker = crypto.randomUUID()
  const rows = claimedDeliveries.parse(
    await sql`select * from private.claim_deliveries(${toInstant(clock.now)}, ${BATCH_SIZE}, ${worker}, ${LEASE})`,
  )
  if (rows.length === 0) return []
  const journeys = await compiledVersions(sql, rows)
  const mailing = rows.filter(({ channel }) => channel !== 'webhook').map(({ workspace_id }) => workspace_id)
  const [secrets, arrivals, providers] = await Promise.all([
    signingSecrets(rows),
    taskArrivals(rows),
    defaultProviders(mailing),
  ])
  const outcomes = await Promise.all(
    rows.map((row) => handOver(row, { journeys, clock, secrets, arrivals, providers })),
  )
  const said = jsonbText(outcomes)
  // What is not written down is sent again. The lease makes a second time harmless, should only the answer have been lost.
  const write = async (transaction: Queryable) => {
    await transaction`select private.record_outcomes(${said}::text::jsonb, ${worker}, ${toInstant(clock.now)})`
    if (secrets.size > 0)
      await transaction`select private.tell_of_answers(${said}::text::jsonb, ${toInstant(clock.now)})`
  }
  await untilBack(() => retryConflicts(() => transact(write)))
  return outcomes
}

/** One message that cannot be composed keeps no other from being sent. */
async function handOver(row: ClaimedDelivery, tools: Tools): Promise<Outcome> {
  try {
    return await handOverBy(row, tools)
  } catch (error) {
    logError(error, { workspace: row.workspace_id, journey: row.journey_id, delivery: row.id, node: row.node_id })
    const text = (error instanceof Error ? error.message : String(error)).slice(0, 300)
    return {
      workspace_id: row.workspace_id,
      id: row.id,
      ...tryAgain(text, { attempts: row.attempts, clock: tools.clock }),
    }
  }
}
