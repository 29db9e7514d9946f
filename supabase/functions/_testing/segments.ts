import type { Rule } from '../../../src/audience/rule.ts'
import type { Person } from './aPerson.ts'
import type { Workspace } from './aWorkspace.ts'
import { type Answer, call, sql } from './stack.ts'

export type Segment = { workspace: Workspace; id: string; revision: number }

type Saved = { name?: string; rule: unknown; segment?: { id: string; revision: number } }

/** Asks the function to save a segment; anything goes, as in the API. */
export const saveSegment = (
  person: Person,
  workspaceId: string,
  { name = 'Segment', ...saved }: Saved,
): Promise<Answer> =>
  call('/functions/v1/segments/save', { headers: person.headers, body: { workspaceId, name, ...saved } })

/** Saves a segment as the workspace's owner; the next tick computes it. */
export async function aSegment(workspace: Workspace, rule: Rule): Promise<Segment> {
  const { status, body } = await saveSegment(workspace.owner, workspace.id, { rule })
  if (status !== 200) throw new Error(`Not saved: ${JSON.stringify(body)}`)
  return { workspace, ...body }
}

/** Gives a segment another rule. */
export async function aSegmentEdited({ workspace, id, revision }: Segment, rule: Rule): Promise<Segment> {
  const { status, body } = await saveSegment(workspace.owner, workspace.id, { rule, segment: { id, revision } })
  if (status !== 200) throw new Error(`Not saved: ${JSON.stringify(body)}`)
  return { workspace, ...body }
}

/** The user ids of those in a segment. */
export async function membersOf({ workspace, id }: Pick<Segment, 'workspace' | 'id'>): Promise<string[]> {
  const rows = await sql`
    select contact.external_id from public.segment_members member
    join public.contacts contact on contact.workspace_id = member.workspace_id and contact.id = member.contact_id
    where member.workspace_id = ${workspace.id} and member.segment_id = ${id} order by 1`
  return rows.map((row) => row.external_id)
}

/** Who entered and left a segment when, as its signals tell. */
export async function movesOf({ workspace, id }: Pick<Segment, 'workspace' | 'id'>): Promise<string[]> {
  const rows = await sql`
    select event.name, event.occurred_at, contact.external_id from public.events event
    join public.contacts contact on contact.workspace_id = event.workspace_id and contact.id = event.contact_id
    where event.workspace_id = ${workspace.id} and event.name in ('$segment_entered', '$segment_left')
      and event.properties ->> 'segment' = ${id} order by event.occurred_at, event.id`
  return rows.map(({ name, occurred_at, external_id }) => `${occurred_at.toISOString()} ${name} ${external_id}`)
}

/** The looks lined up at contacts for this segment. */
export const checksOf = ({ workspace, id }: Pick<Segment, 'workspace' | 'id'>) =>
  sql`select contact_id, due_at from private.checks
    where workspace_id = ${workspace.id} and subject = ${`segment:${id}`} order by due_at, contact_id`
