import type { Queryable } from '../_shared/database.ts'
import { toInstant } from '../_shared/now.ts'
import { goalsMet } from './goals.ts'
import type { Item } from './item.ts'
import { entriesOf, type Listener } from './listeners.ts'

/** What happened to contacts of one workspace, in the order it came in, and what listens for it. */
export interface Batch {
  items: readonly Item[]
  listeners: readonly Listener[]
  /** In epoch milliseconds. */
  now: number
}

/** Takes a batch in, all or nothing; answers how many of its items were new. */
export async function takeIn(sql: Queryable, workspaceId: string, { items, listeners, now }: Batch): Promise<number> {
  const entries = items.flatMap((item) => listeners.flatMap((each) => entriesOf(item, each)))
  const batch = items.map((item) => ({ ...item, at: toInstant(item.at) }))
  const stored = await sql`
    select i from private.ingest(${workspaceId}, ${toInstant(now)}, ${JSON.stringify(batch)}::text::jsonb,
      ${JSON.stringify(entries)}::text::jsonb, ${JSON.stringify(goalsMet(items, listeners))}::text::jsonb)`
  return stored.length
}
