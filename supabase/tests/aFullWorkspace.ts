import { randomUUID } from 'node:crypto'
import { aLiveJourney } from './aLiveJourney.ts'
import { aUser, type User } from './aUser.ts'
import { aWorkspace, type Workspace } from './aWorkspace.ts'
import { sql } from './database.ts'
import { ingest, noon } from './ingest.ts'
import { commitRuns, lend, type Outcome, recordOutcomes } from './worker.ts'

export type FullWorkspace = Workspace & {
  /** A second viewer, for others to act on. */
  colleague: User
  journey: string
  contact: number
  /** A list, which the audience asks about. */
  segment: string
  audience: string
  token: string
}

/** A workspace with at least one row in every table. Two of them hold the same external ids, events and names. */
export async function aFullWorkspace(): Promise<FullWorkspace> {
  const workspace = await aWorkspace()
  const { id } = workspace
  const colleague = await aUser()
  await sql`insert into public.members (workspace_id, user_id, role) values (${id}, ${colleague.id}, 'viewer')`
  const journey = await aLiveJourney(id)
  await sql`insert into public.journeys (workspace_id, name) values (${id}, 'Draft')`
  const traits = { first_name: 'Ana' }
  await ingest(id, [{ user_id: 'u1', anonymous_id: 'a1', message_id: 'm1', traits, enters: [{ journey }] }])
  const [enrollment] = await sql`select id, contact_id from public.enrollments where workspace_id = ${id}`
  const contact = Number(enrollment?.contact_id)
  await sendOneMessage(id, Number(enrollment?.id))
  await sql`select private.record_consent(${id}, ${contact}, 'email', '*', true, 'member', now())`
  const [list] = await sql`insert into public.segments (workspace_id, name) values (${id}, 'Regulars') returning id`
  await sql`insert into public.segment_members (workspace_id, segment_id, contact_id, since)
    values (${id}, ${list?.id}, ${contact}, now())`
  const [audience] = await sql`insert into public.segments (workspace_id, name, rule, reads_lists)
    values (${id}, 'Audience', ${sql.json({ if: 'memberOf', segment: list?.id })}, ${[list?.id]}) returning id`
  await sql`insert into public.suppressions (workspace_id, channel, address) values (${id}, 'email', 'gone@people.example')`
  await sql`update public.topics set double_opt_in = true where workspace_id = ${id} and id = 'service'`
  await sql`select private.record_consent(${id}, ${contact}, 'email', 'service', true, 'member', now())`
  await sql`insert into public.journey_exclusions (workspace_id, journey_id, contact_id, since)
    values (${id}, ${journey}, ${contact}, now())`
  await sql`insert into public.providers (workspace_id, channel, kind, name, secret)
    values (${id}, 'email', 'smtp', 'Own server', 'sealed')`
  const [invited] = await sql`select private.invite(${id}, null, 'new@people.example', 'viewer') as token`
  return {
    ...workspace,
    colleague,
    journey,
    contact,
    segment: list?.id,
    audience: audience?.id,
    token: String(invited?.token),
  }
}

async function sendOneMessage(workspace: string, enrollment: number) {
  const steps = [{ node_id: 't', visit: 1, at: noon, port: 'next', to_node: 'hello' }]
  const sends = [
    { node_id: 'hello', visit: 2, at: noon },
    { node_id: 'lost', visit: 3, at: noon },
  ]
  await commitRuns(workspace, [{ id: enrollment, node_id: 'hello', at: noon, steps, sends }])
  const [delivery, lost] = await sql`select id from public.deliveries where workspace_id = ${workspace} order by visit`
  const worker = randomUUID()
  await lend(workspace, worker)
  const outcomes: Outcome[] = [
    { id: String(delivery?.id), kind: 'sent', locale: 'en' },
    { id: String(lost?.id), kind: 'failed', because: 'refused' },
  ]
  await recordOutcomes(workspace, worker, outcomes, noon)
}
