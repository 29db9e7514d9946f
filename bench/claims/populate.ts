import type postgres from 'postgres'

type Sql = postgres.Sql

export const due = '2020-01-01T00:00:00Z'

export async function aTenant(sql: Sql): Promise<{ workspace: string; journey: string }> {
  const [tenant] = await sql`insert into public.workspaces (name, source_locale, time_zone)
    values ('Tenant', 'en', 'UTC') returning id`
  const workspace = String(tenant?.id)
  const [made] =
    await sql`insert into public.journeys (workspace_id, name) values (${workspace}, 'Journey') returning id`
  const journey = String(made?.id)
  await sql`select private.publish(workspace_id, id, revision, null, now()) from public.journeys where id = ${journey}`
  return { workspace, journey }
}

/** Lets new contacts into a journey until there are so many, each due and with a message that is due. */
export async function crowd(sql: Sql, { workspace, journey }: { workspace: string; journey: string }, people: number) {
  await sql`
    with people as (
      insert into public.contacts (workspace_id, external_id)
      select ${workspace}, 'u' || n from generate_series(
        (select count(*) + 1 from public.contacts where workspace_id = ${workspace}), ${people}::bigint) n
      returning workspace_id, id
    ), entered as (
      insert into public.enrollments (workspace_id, journey_id, version, contact_id, number, entry_event, entered_at, node_id,
        arrived_at, arrived_seq, wake_at)
      select workspace_id, ${journey}, 1, id, 1, 1, ${due}::timestamptz, 't', ${due}::timestamptz, 1,
        ${due}::timestamptz + interval '1 millisecond' * id
      from people returning *
    )
    insert into public.deliveries (workspace_id, enrollment_id, journey_id, version, contact_id, node_id, visit, channel, topic, due_at)
    select workspace_id, id, journey_id, 1, contact_id, 'hello', 1, 'email', 'marketing', wake_at from entered`
}
