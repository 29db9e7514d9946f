import type { Workspace } from './aWorkspace.ts'
import { sql } from './stack.ts'

/** The id under which the database knows a person. */
export async function contactId(workspace: Workspace, userId: string): Promise<number> {
  const [row] =
    await sql`select id from public.contacts where workspace_id = ${workspace.id} and external_id = ${userId}`
  return row?.id
}

/** Lines up that something happened inside to a person, as segments, messages and other journeys do. */
export async function signal(
  workspace: Workspace,
  userId: string,
  {
    name,
    properties,
    at,
    id = `${name} ${userId} ${at}`,
  }: { name: string; properties: object; at: string; id?: string },
) {
  const contact = await contactId(workspace, userId)
  await sql`select private.raise_signals(array[row(${workspace.id}::uuid, ${id}::text, ${contact}::bigint, ${name}::text,
    ${JSON.stringify(properties)}::text::jsonb, ${at}::timestamptz)::private.signal])`
}

/** A list with these people on it since `since`; answers its id. */
export async function aList(workspace: Workspace, userIds: readonly string[], since: string): Promise<string> {
  const [list] = await sql`
    insert into public.segments (workspace_id, name) values (${workspace.id}, 'Regulars') returning id`
  await sql`insert into public.segment_members (workspace_id, segment_id, contact_id, since)
    select workspace_id, ${list?.id}, id, ${since} from public.contacts
    where workspace_id = ${workspace.id} and external_id = any (${[...userIds]})`
  return list?.id
}

/** Who entered a journey, by which trigger, how often, and when, in order. */
export async function entrantsOf({ workspace, id }: { workspace: Workspace; id: string }): Promise<string[]> {
  const rows = await sql`
    select contact.external_id, enrollment.entry_node, enrollment.number, enrollment.entered_at
    from public.enrollments enrollment
    join public.contacts contact on contact.workspace_id = enrollment.workspace_id and contact.id = enrollment.contact_id
    where enrollment.workspace_id = ${workspace.id} and enrollment.journey_id = ${id} order by 4, 1, 3`
  return rows.map(
    ({ external_id, entry_node, number, entered_at }) =>
      `${entered_at.toISOString()} ${external_id} ${entry_node} ${number}`,
  )
}
