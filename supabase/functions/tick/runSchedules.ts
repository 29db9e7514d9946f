import { z } from 'zod'
import { firstZone } from '../../../src/engine/zone.ts'
import { instantIn } from '../../../src/nodes/trigger/occurrences.ts'
import { dueOf } from '../../../src/nodes/trigger/plan.ts'
import { type Schedule, triggerData } from '../../../src/nodes/trigger/triggerData.ts'
import type { Clock } from '../_shared/clock.ts'
import { sql, transact } from '../_shared/database.ts'
import { logError } from '../_shared/logError.ts'
import { toInstant } from '../_shared/now.ts'

/** Contacts signalled at a time. */
const ROLL_SIZE = 2_000
const MOST_SCHEDULES = 100

const claimedRow = z.object({
  workspace_id: z.uuid(),
  journey_id: z.uuid(),
  node_id: z.string(),
  trigger_data: z.unknown(),
  last: z.string(),
  is_live: z.boolean(),
  workspace_zone: z.string(),
  contact_zones: z.array(z.string()).nullable(),
})
type Claimed = z.infer<typeof claimedRow>

/**
 * Begins what is due of schedules, each in the transaction that plans it on, and calls one batch of those whom something
 * planned concerns. Answers how many were called.
 */
export async function runSchedules(clock: Clock): Promise<number> {
  await transact(async (transaction) => {
    const claimed = z
      .array(claimedRow)
      .parse(await transaction`select * from private.claim_schedules(${toInstant(clock.now)}, ${MOST_SCHEDULES})`)
    if (claimed.length === 0) return
    const plans = claimed.map((row) => planned(row, clock.now))
    await transaction`select private.advance_schedules(${JSON.stringify(plans)}::text::jsonb)`
  })
  const [called] = await sql`select private.call_roll(${ROLL_SIZE}) as count`
  return z.int().nullable().parse(called?.count) ?? 0
}

/** A schedule's plan as `private.advance_schedules` reads it. One that this release cannot read comes no more. */
function planned(row: Claimed, now: number) {
  const { workspace_id, journey_id, node_id, last, is_live, workspace_zone } = row
  const key = { workspace_id, journey_id, node_id }
  const { data } = triggerData.safeParse(row.trigger_data)
  if (data?.on !== 'schedule') {
    logError(new Error('A schedule cannot be read'), { journey: journey_id, node: node_id })
    return { ...key, last, next_at: null, due: null, instants: null }
  }
  const plan = dueOf(data, last, { now, zone: firstZone(workspace_zone) })
  return {
    ...key,
    last: plan.last,
    next_at: plan.next ? toInstant(plan.next.at) : null,
    due: is_live && plan.due !== undefined ? plan.due : null,
    instants: plan.due !== undefined ? instantsOf(plan.due, data, row) : null,
  }
}

/** When an occurrence is: in every zone that the contacts have, where it is for their own, and under the empty name else. */
function instantsOf(occurrence: string, schedule: Schedule, { workspace_zone, contact_zones }: Claimed) {
  const zones = schedule.zone === 'contact' ? (contact_zones ?? []) : []
  const at = (zone: string | null) => toInstant(instantIn(occurrence, firstZone(zone, workspace_zone)))
  return Object.fromEntries([['', at(null)], ...zones.map((zone) => [zone, at(zone)])])
}
