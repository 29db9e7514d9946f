import { z } from 'zod'
import { sql } from '../_shared/database.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'

/** When contacts came to the steps that hand these tasks over, in epoch milliseconds, by the delivery's id. */
export type TaskArrivals = ReadonlyMap<string, number>

const found = z.array(z.object({ id: z.uuid(), arrived_at: z.int() }))

/** A task is due by its step's clock, however late the mail is sent. One query, none where there are no tasks. */
export async function taskArrivals(rows: readonly ClaimedDelivery[]): Promise<TaskArrivals> {
  const tasks = rows.filter(({ channel }) => channel === 'task').map(({ id }) => id)
  if (tasks.length === 0) return new Map()
  const arrivals = await sql`
    select delivery.id, floor(extract(epoch from step.arrived_at) * 1000)::bigint as arrived_at
    from public.deliveries delivery
    join public.step_log step on step.workspace_id = delivery.workspace_id and step.enrollment_id = delivery.enrollment_id
      and step.visit = delivery.visit
    where delivery.id = any (${tasks}::uuid[])`
  return new Map(found.parse([...arrivals]).map(({ id, arrived_at }) => [id, arrived_at]))
}
