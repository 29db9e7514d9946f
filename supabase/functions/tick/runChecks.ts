import type { Clock } from '../_shared/clock.ts'
import { type Queryable, transact } from '../_shared/database.ts'
import { toInstant } from '../_shared/now.ts'
import { retryConflicts } from '../ingest/retryConflicts.ts'
import { checkHandlers } from './checkHandlers.ts'
import { claimedChecks, type NextCheck } from './claimedCheck.ts'

/**
 * Looks at the contacts who are due for it, in one transaction, in a constant number of statements per kind of subject. Answers
 * how many checks there were. One of a kind that this release does not know is dropped.
 */
export async function runChecks(clock: Clock, size: number): Promise<number> {
  return retryConflicts(() =>
    transact(async (transaction) => {
      const due = claimedChecks.parse(
        await transaction`select * from private.claim_checks(${toInstant(clock.now)}, ${size})`,
      )
      const next: NextCheck[] = []
      for (const [kind, handle] of Object.entries(checkHandlers)) {
        const own = due.filter(({ subject }) => subject.startsWith(`${kind}:`))
        if (own.length > 0) next.push(...(await handle(transaction, own, clock)))
      }
      await lineUp(transaction, next)
      return due.length
    }),
  )
}

async function lineUp(sql: Queryable, checks: readonly NextCheck[]) {
  if (checks.length === 0) return
  const rows = checks.map((check) => ({ ...check, due_at: toInstant(check.due_at) }))
  await sql`select private.line_up_checks(array(
    select line from jsonb_populate_recordset(null::private.due_check, ${JSON.stringify(rows)}::text::jsonb) line))`
}
