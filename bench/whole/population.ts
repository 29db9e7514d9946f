import type postgres from 'postgres'
import type { Journey } from '../../src/engine/journey.ts'
import { MESSAGE, putLive } from './journeys.ts'

/** A workspace with so many contacts, each of whom did one thing. */
export async function populate(sql: postgres.Sql, people: number): Promise<string> {
  const [tenant] = await sql`insert into public.workspaces (name, source_locale, time_zone)
    values ('Measured', 'en', 'Europe/Bucharest') returning id`
  const workspace = String(tenant?.id)
  await sql`insert into public.workspace_locales (workspace_id, locale, position) values (${workspace}, 'en', 0)
    on conflict do nothing`
  await sql`
    insert into public.contacts (workspace_id, external_id, email, locale, time_zone, attributes, last_seen_at)
    select ${workspace}, 'u' || n, 'u' || n || '@people.example', 'en', 'Europe/Bucharest',
      jsonb_build_object('plan', case n % 2 when 0 then 'paid' else 'free' end, 'visits', n % 100, 'city', 'Cluj'), now()
    from generate_series(1, ${people}::int) n`
  await sql`
    insert into public.events (workspace_id, message_id, contact_id, type, name, properties, occurred_at, received_at)
    select workspace_id, 'opened ' || id, id, 'track', 'Opened', '{"total": 12.5}', now() - interval '1 hour', now()
    from public.contacts where workspace_id = ${workspace}`
  await sql`vacuum analyze`
  return workspace
}

interface Crowd {
  workspace: string
  people: number
  document: Journey
  /** When they are due; those of the crowd who are not due at all otherwise. */
  wakeAt: Date
}

/** Lets so many contacts into a new live journey, where they stand at its message; answers the journey. */
export async function crowd(sql: postgres.Sql, { workspace, people, document, wakeAt }: Crowd): Promise<string> {
  const journey = await putLive(sql, workspace, document)
  await addCrowd(sql, { workspace, journey, people, wakeAt })
  return journey
}

/** Adds people to a journey; where there are fewer contacts than people, each is in it under several keys. */
export async function addCrowd(
  sql: postgres.Sql,
  { workspace, journey, people, wakeAt, key = '' }: Omit<Crowd, 'document'> & { journey: string; key?: string },
) {
  const [{ contacts = 1 } = {}] =
    await sql`select count(*)::int as contacts from public.contacts where workspace_id = ${workspace}`
  await sql`
    insert into public.enrollments (workspace_id, journey_id, version, contact_id, number, entry_key, entry_event, entry_node,
      entered_at, locale, node_id, arrived_at, arrived_seq, visits, wake_at)
    select ${workspace}, ${journey}, 1, event.contact_id, ${key === '' ? 1 : 2} + turn, ${key} || turn, event.id, 'n_1',
      event.occurred_at, 'en', ${MESSAGE}, event.occurred_at, event.id, 1, ${wakeAt}
    from generate_series(0, ${Math.ceil(people / contacts) - 1}::int) turn
    cross join public.events event where event.workspace_id = ${workspace} and event.name = 'Opened'
    limit ${people}`
}
