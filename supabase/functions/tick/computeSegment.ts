import { z } from 'zod'
import { rule } from '../../../src/audience/rule.ts'
import { toSql } from '../../../src/audience/toSql.ts'
import { firstZone } from '../../../src/engine/zone.ts'
import type { Clock } from '../_shared/clock.ts'
import { type Queryable, sql, transact } from '../_shared/database.ts'
import { logError } from '../_shared/logError.ts'
import { toInstant } from '../_shared/now.ts'
import { retryConflicts } from '../ingest/retryConflicts.ts'

const claimed = z.object({
  workspace_id: z.uuid(),
  segment_id: z.uuid(),
  rule,
  at: z.string(),
  from_id: z.int(),
  to_id: z.int().nullable(),
  zones: z.array(z.string()),
  workspace_zone: z.string(),
})

/** What is wrong with the rule and not with the moment: it would fail again. */
const lasting = z.union([z.instanceof(z.ZodError), z.object({ code: z.string().regex(/^(22|42|54)/) })])

/**
 * Looks at the next contacts for a segment whose rule was just saved, set-wise, in one short transaction: holding a million
 * contacts in one would keep their events out meanwhile. Says whether there was anything to do.
 */
export async function computeSegment(clock: Clock, size: number): Promise<boolean> {
  const busy: Claim = {}
  try {
    return await retryConflicts(() => transact((transaction) => computeNext(transaction, { clock, size, busy })))
  } catch (error) {
    if (!busy.with || !lasting.safeParse(error).success) throw error
    logError(error, busy.with)
    await sql`update public.segments set state = 'failed', computing_at = null, computed_upto = 0
      where workspace_id = ${busy.with.workspace_id} and id = ${busy.with.segment_id}`
    return true
  }
}

const owner = z.object({ workspace_id: z.uuid(), segment_id: z.uuid() })

interface Claim {
  with?: z.infer<typeof owner>
}

async function computeNext(sql: Queryable, { clock, size, busy }: { clock: Clock; size: number; busy: Claim }) {
  const [row] = await sql`select * from private.claim_computation(${toInstant(clock.now)}, ${size})`
  if (!row) return false
  busy.with = owner.parse(row)
  const { workspace_id, segment_id, at, ...range } = claimed.parse(row)
  if (range.to_id === null) await sql`select private.finish_computation(${workspace_id}, ${segment_id}, ${at})`
  else await settle(sql, { workspace_id, segment_id, at, ...range })
  return true
}

async function settle(sql: Queryable, segment: z.infer<typeof claimed>) {
  const { workspace_id, segment_id, rule, at, from_id, to_id, zones, workspace_zone } = segment
  const own = [workspace_id, segment_id, at, String(from_id), String(to_id)]
  const matching = toSql(rule, {
    moment: { at: Date.parse(at), seq: Number.MAX_SAFE_INTEGER },
    zone: firstZone(workspace_zone),
    zones,
    contact: 'contact',
    before: own.length,
  })
  await sql.unsafe(
    `select private.settle_segment($1::text::uuid, $2::text::uuid, $3::text::timestamptz, $4::text::bigint, $5::text::bigint, array(
      select contact.id from public.contacts contact
      where contact.workspace_id = $1::text::uuid and contact.id > $4::text::bigint and contact.id <= $5::text::bigint
        and ${matching.text}))`,
    [...own, ...matching.values],
  )
}
