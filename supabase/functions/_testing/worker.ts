import type { LiveJourney } from './aLiveJourney.ts'
import { call, secret, sql } from './stack.ts'

/** Runs what is due at that time. Other tests' contacts may be due too, so look at one's own and not at the report. */
export async function tick(at: string) {
  const { status, body } = await call('/functions/v1/tick', { headers: secret(at), body: {} })
  if (status !== 200 || !body.isDone) throw new Error(`tick: ${status} ${JSON.stringify(body)}`)
  return body
}

/** Sends what is due at that time. */
export async function deliver(at: string) {
  const { status, body } = await call('/functions/v1/deliver', { headers: secret(at), body: {} })
  if (status !== 200 || !body.isDone) throw new Error(`deliver: ${status} ${JSON.stringify(body)}`)
  return body
}

/** The finished steps in a journey, of everybody or of one person, in order: when, where, by which port or why it ended. */
export async function stepsOf({ workspace, id }: LiveJourney, userId: string | null = null): Promise<string[]> {
  const rows = await sql`
    select step.left_at, step.node_id, step.port, step.because from public.step_log step
    join public.contacts contact on contact.workspace_id = step.workspace_id and contact.id = step.contact_id
    where step.workspace_id = ${workspace.id} and step.journey_id = ${id}
      and (${userId}::text is null or contact.external_id = ${userId})
    order by step.contact_id, step.enrollment_id, step.visit`
  return rows.map(
    ({ left_at, node_id, port, because }) => `${left_at.toISOString()} ${node_id} ${port ?? `(${because})`}`,
  )
}

/** Where everybody in a journey stands. */
export async function enrollmentsOf({ workspace, id }: LiveJourney) {
  return sql`
    select id, contact_id, node_id, wake_at, awaits, ended_because, attempts, last_error, entry_key, number, entered_at,
      converted_at, locale
    from public.enrollments where workspace_id = ${workspace.id} and journey_id = ${id} order by id`
}

export async function deliveriesOf({ workspace, id }: LiveJourney) {
  return sql`
    select id, node_id, status, because, locale, locale_because, address, attempts, due_at, sent_at, delivered_at,
      opened_at, clicked_at, last_error
    from public.deliveries where workspace_id = ${workspace.id} and journey_id = ${id} order by due_at, id`
}

/** The hourly counts of a journey added up, as `node metric detail` → count; locales together. */
export async function numbersOf({ workspace, id }: LiveJourney): Promise<Record<string, number>> {
  const rows = await sql`
    select node_id, metric, detail, sum(count)::int as count from public.journey_stats
    where workspace_id = ${workspace.id} and journey_id = ${id} group by 1, 2, 3`
  return Object.fromEntries(
    rows.map(({ node_id, metric, detail, count }) => [[node_id, metric, detail].filter(Boolean).join(' '), count]),
  )
}
