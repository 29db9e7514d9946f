import type postgres from 'postgres'

/** A workspace with so many contacts: half of them paid, four in ten bought something within the last 60 days. */
export async function populate(sql: postgres.Sql, people: number): Promise<{ workspace: string; owner: string }> {
  const [owner] =
    await sql`insert into auth.users (id, email) values (gen_random_uuid(), 'owner@people.example') returning id`
  const [tenant] = await sql`insert into public.workspaces (name, source_locale, time_zone)
    values ('Large', 'en', 'Europe/Bucharest') returning id`
  const workspace = String(tenant?.id)
  await sql`insert into public.members (workspace_id, user_id, role) values (${workspace}, ${owner?.id}, 'owner')`
  await sql`
    insert into public.contacts (workspace_id, external_id, email, locale, time_zone, attributes, changed_at, last_seen_at)
    select ${workspace}, 'u' || n, 'u' || n || '@people.example', 'en',
      (array['Europe/Bucharest', 'Europe/Helsinki', 'Asia/Tashkent', null])[1 + n % 4],
      jsonb_build_object('plan', case n % 2 when 0 then 'paid' else 'free' end, 'visits', n % 100, 'city', 'Cluj'),
      jsonb_build_object('plan', now() - interval '90 days'), now()
    from generate_series(1, ${people}::int) n`
  await sql`
    insert into public.events (workspace_id, message_id, contact_id, type, name, properties, occurred_at, received_at)
    select ${workspace}, contact.id || name, contact.id, 'track', name, '{"worth": 5}', at, at
    from public.contacts contact
    cross join lateral (select now() - (contact.id % 60) * interval '1 day' - interval '1 hour' as at) happened
    cross join lateral (select 'looked' as name union all select 'bought' where contact.id % 10 < 4) did
    where contact.workspace_id = ${workspace}`
  await sql`vacuum analyze`
  return { workspace, owner: String(owner?.id) }
}
