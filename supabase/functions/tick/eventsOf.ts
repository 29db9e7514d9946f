import { z } from 'zod'
import type { ContactEvent } from '../../../src/audience/facts.ts'
import { type CompiledVersions, readsOf } from '../_shared/compiledVersions.ts'
import type { Queryable } from '../_shared/database.ts'
import { jsonObject } from '../_shared/jsonObject.ts'
import type { Claimed } from './claimed.ts'

const eventRows = z.array(
  z.object({
    workspace_id: z.uuid(),
    contact_id: z.int(),
    id: z.int(),
    name: z.string(),
    properties: jsonObject,
    occurred_at: z.string(),
  }),
)

export const contactKey = ({ workspace_id, contact_id }: { workspace_id: string; contact_id: number }): string =>
  `${workspace_id}/${contact_id}`

/** The events these enrollments' journeys ask about, and the ones that let each contact in, per contact in order. */
export const eventsOf = (
  sql: Queryable,
  rows: readonly Claimed[],
  journeys: CompiledVersions,
): Promise<EventsByContact> =>
  readEvents(
    sql,
    rows.map((row) => ({
      workspace_id: row.workspace_id,
      contact_id: row.contact_id,
      names: readsOf(journeys, row),
      entry_event: row.entry_event,
    })),
  )

export type EventsByContact = ReadonlyMap<string, ContactEvent[]>

interface WantedEvents {
  workspace_id: string
  contact_id: number
  names: readonly string[]
  entry_event?: number
}

/** The events of these names, and those named themselves, per contact in order. */
export async function readEvents(sql: Queryable, wanted: readonly WantedEvents[]): Promise<EventsByContact> {
  const found = eventRows.parse(await sql`select * from private.events_for(${JSON.stringify(wanted)}::text::jsonb)`)
  const byContact = new Map<string, ContactEvent[]>()
  for (const { id, name, properties, occurred_at, ...owner } of found) {
    const event = { at: Date.parse(occurred_at), seq: id, name, properties }
    const known = byContact.get(contactKey(owner))
    if (known) known.push(event)
    else byContact.set(contactKey(owner), [event])
  }
  return byContact
}
