-- What the ingest function needs to know before it looks at a batch: whose key it is, and what that workspace listens for.
create function private.open_write_key(wanted text)
  returns table (workspace_id uuid, listeners jsonb)
  language sql stable set search_path = ''
as $$
  select key.workspace_id, coalesce((
    select jsonb_agg(jsonb_build_object(
      'journey', version.journey_id,
      'version', version.version,
      'isLive', journey.status = 'live' and journey.live_version = version.version,
      'nodes', jsonb_path_query_array(version.document, '$.nodes[*] ? (@.type == "trigger")'),
      'settings', version.document -> 'settings'))
    from public.journey_versions version
    join public.journeys journey on journey.workspace_id = version.workspace_id and journey.id = version.journey_id
    where version.workspace_id = key.workspace_id
      and (journey.live_version = version.version or version.document -> 'settings' ? 'goal')
  ), '[]')
  from public.write_keys key where key.key = wanted and key.revoked_at is null
$$;

create type private.item as (
  i int, type text, message_id text, user_id text, anonymous_id text, name text, properties jsonb, at timestamptz,
  traits jsonb, email text, locale text, time_zone text, is_old boolean, contact_id bigint, event_id bigint
);

-- Adds calendar time in a zone; a zone this server does not know counts as UTC, as nobody must be lost over it.
create function private.add_in_zone(at timestamptz, lasting interval, zone text) returns timestamptz
  language plpgsql stable set search_path = ''
as $$
begin
  return ((at at time zone zone) + lasting) at time zone zone;
exception when invalid_parameter_value then
  return at + lasting;
end
$$;

-- Ends enrollments from outside their path, with a log row and counts like any other end.
create function private.end_enrollments(workspace uuid, ids bigint[], reason text, clock timestamptz) returns int
  language plpgsql set search_path = ''
as $$
declare
  ended public.enrollments[];
begin
  with changed as (
    update public.enrollments set ended_at = greatest(clock, arrived_at), ended_because = reason, wake_at = null,
      awaits = '{}', visits = visits + 1
    where workspace_id = workspace and id = any (ids) and ended_at is null
    returning *
  )
  select array_agg(changed) into ended from changed;
  insert into public.step_log (workspace_id, enrollment_id, journey_id, version, contact_id, locale, node_id, visit,
    arrived_at, left_at, because)
  select workspace_id, id, journey_id, version, contact_id, locale, node_id, visits, arrived_at, ended_at, reason
  from unnest(ended);
  perform private.add_stats(array_agg(row(workspace_id, journey_id, version, node_id, 'ended', reason, locale, ended_at, 0)::private.stat))
  from unnest(ended);
  return coalesce(array_length(ended, 1), 0);
end
$$;

-- Makes an anonymous contact one with a known one: everything it did and everywhere it stands goes over. Where both stand
-- in the same journey, the known contact's enrollment goes on and the other ends.
create function private.merge_contact(workspace uuid, source bigint, target bigint, clock timestamptz) returns void
  language plpgsql set search_path = ''
as $$
begin
  perform private.end_enrollments(workspace, array_agg(mine.id), 'merged', clock)
  from public.enrollments mine join public.enrollments theirs
    on theirs.workspace_id = workspace and theirs.contact_id = target and theirs.journey_id = mine.journey_id
    and theirs.entry_key = mine.entry_key and theirs.ended_at is null
  where mine.workspace_id = workspace and mine.contact_id = source and mine.ended_at is null;

  update public.enrollments mine set contact_id = target, number = mine.number + coalesce((
    select max(theirs.number) from public.enrollments theirs
    where theirs.workspace_id = workspace and theirs.journey_id = mine.journey_id and theirs.contact_id = target), 0)
  where mine.workspace_id = workspace and mine.contact_id = source;
  update public.events set contact_id = target where workspace_id = workspace and contact_id = source;
  update public.deliveries set contact_id = target where workspace_id = workspace and contact_id = source;
  update public.step_log set contact_id = target where workspace_id = workspace and contact_id = source;
  update public.anonymous_ids set contact_id = target where workspace_id = workspace and contact_id = source;
  insert into public.consents (workspace_id, contact_id, channel, topic, subscribed, changed_at, source)
  select workspace_id, target, channel, topic, subscribed, changed_at, consents.source
  from public.consents where workspace_id = workspace and contact_id = merge_contact.source
  on conflict do nothing;
  update public.contacts known
  set attributes = anonymous.attributes || known.attributes, email = coalesce(known.email, anonymous.email),
    locale = coalesce(known.locale, anonymous.locale), time_zone = coalesce(known.time_zone, anonymous.time_zone)
  from public.contacts anonymous
  where known.workspace_id = workspace and known.id = target
    and anonymous.workspace_id = workspace and anonymous.id = merge_contact.source;
  delete from public.contacts where workspace_id = workspace and id = merge_contact.source;
end
$$;

-- Finds or makes the contact of every item: by user id, else by anonymous id. An anonymous contact that gives its name
-- becomes that contact.
create function private.resolve_contacts(workspace uuid, items private.item[], clock timestamptz) returns private.item[]
  language plpgsql set search_path = ''
as $$
declare
  pair record;
  resolved private.item[];
begin
  with claimed as (
    select distinct on (anonymous.contact_id) anonymous.contact_id, item.user_id
    from unnest(items) item
    join public.anonymous_ids anonymous on anonymous.workspace_id = workspace and anonymous.anonymous_id = item.anonymous_id
    join public.contacts contact on contact.workspace_id = workspace and contact.id = anonymous.contact_id
    where item.user_id is not null and contact.external_id is null
      and not exists (select from public.contacts known where known.workspace_id = workspace and known.external_id = item.user_id)
    order by anonymous.contact_id, item.i
  ), one_each as (
    select distinct on (user_id) contact_id, user_id from claimed order by user_id, contact_id
  )
  update public.contacts contact set external_id = one_each.user_id
  from one_each where contact.workspace_id = workspace and contact.id = one_each.contact_id;

  insert into public.contacts (workspace_id, external_id, created_at)
  select workspace, item.user_id, min(item.at) from unnest(items) item where item.user_id is not null
    and not exists (select from public.contacts known where known.workspace_id = workspace and known.external_id = item.user_id)
  group by item.user_id order by min(item.i)
  on conflict (workspace_id, external_id) do nothing;

  insert into public.anonymous_ids (workspace_id, anonymous_id, contact_id)
  select distinct on (item.anonymous_id) workspace, item.anonymous_id, contact.id
  from unnest(items) item
  join public.contacts contact on contact.workspace_id = workspace and contact.external_id = item.user_id
  where item.anonymous_id is not null
  order by item.anonymous_id, item.i
  on conflict do nothing;

  with fresh as materialized (
    select item.anonymous_id, nextval(pg_get_serial_sequence('public.contacts', 'id')) as id, min(item.at) as at
    from unnest(items) item
    where item.user_id is null and item.anonymous_id is not null and not exists (
      select from public.anonymous_ids known
      where known.workspace_id = workspace and known.anonymous_id = item.anonymous_id)
    group by item.anonymous_id
  ), made as (
    insert into public.contacts (workspace_id, id, created_at) select workspace, id, at from fresh
  )
  insert into public.anonymous_ids (workspace_id, anonymous_id, contact_id)
  select workspace, anonymous_id, id from fresh
  on conflict (workspace_id, anonymous_id) do nothing;

  for pair in
    select distinct on (anonymous.contact_id) anonymous.contact_id as source, known.id as target
    from unnest(items) item
    join public.contacts known on known.workspace_id = workspace and known.external_id = item.user_id
    join public.anonymous_ids anonymous on anonymous.workspace_id = workspace and anonymous.anonymous_id = item.anonymous_id
    join public.contacts contact on contact.workspace_id = workspace and contact.id = anonymous.contact_id
    where contact.external_id is null and contact.id <> known.id
    order by anonymous.contact_id, item.i
  loop
    perform private.merge_contact(workspace, pair.source, pair.target, clock);
  end loop;

  select array_agg(row(item.i, item.type, item.message_id, item.user_id, item.anonymous_id, item.name, item.properties,
    item.at, item.traits, item.email, item.locale, item.time_zone, item.is_old,
    coalesce(known.id, anonymous.contact_id), null)::private.item order by item.i)
  into resolved
  from unnest(items) item
  left join public.contacts known on known.workspace_id = workspace and known.external_id = item.user_id
  left join public.anonymous_ids anonymous
    on anonymous.workspace_id = workspace and anonymous.anonymous_id = item.anonymous_id and item.user_id is null;
  return resolved;
end
$$;

-- Takes in one batch, all or nothing: stores each event once, updates contacts, lets people into journeys, wakes the ones
-- who wait for it, and counts goals. `entries` and `goals` name items by `i`: which journeys each item lets its contact
-- into, and which versions' goals it meets. Answers the items that were new.
create function private.ingest(workspace uuid, clock timestamptz, batch jsonb, entries jsonb, goals jsonb)
  returns table (i int) language plpgsql set search_path = ''
as $$
declare
  items private.item[];
  stats private.stat[];
begin
  select array_agg(item order by item.i) into items
  from (select distinct on (one.message_id) one.* from jsonb_populate_recordset(null::private.item, batch) one
        order by one.message_id, one.i) item
  where not exists (select from public.events known
    where known.workspace_id = workspace and known.message_id = item.message_id);
  if items is null then
    return;
  end if;
  items := private.resolve_contacts(workspace, items, clock);

  -- Two batches about the same contact take turns, so that nobody enters twice.
  perform from public.contacts contact
  where contact.workspace_id = workspace and contact.id in (select item.contact_id from unnest(items) item)
  order by contact.id for update;

  with stored as (
    insert into public.events (workspace_id, message_id, contact_id, type, name, properties, occurred_at, received_at)
    select workspace, item.message_id, item.contact_id, item.type, item.name, coalesce(item.properties, '{}'), item.at, clock
    from unnest(items) item order by item.i
    on conflict (workspace_id, message_id) do nothing
    returning id, message_id
  )
  select array_agg(row(item.i, item.type, item.message_id, item.user_id, item.anonymous_id, item.name, item.properties,
    item.at, item.traits, item.email, item.locale, item.time_zone, item.is_old, item.contact_id, stored.id)::private.item)
  into items from unnest(items) item join stored on stored.message_id = item.message_id;

  with traits as (
    select item.contact_id, jsonb_object_agg(trait.key, trait.value order by item.at, item.i) as traits
    from unnest(items) item cross join jsonb_each(item.traits) trait group by item.contact_id
  ), changes as (
    select item.contact_id, max(item.at) as seen_at,
      (select traits.traits from traits where traits.contact_id = item.contact_id) as traits,
      max(item.at) filter (where item.traits is not null) as traits_at,
      (array_agg(item.email order by item.at desc, item.i desc) filter (where item.email is not null))[1] as email,
      (array_agg(item.locale order by item.at desc, item.i desc) filter (where item.locale is not null))[1] as locale,
      (array_agg(item.time_zone order by item.at desc, item.i desc) filter (where item.time_zone is not null))[1] as time_zone
    from unnest(items) item group by item.contact_id
  )
  update public.contacts contact set
    last_seen_at = greatest(contact.last_seen_at, changes.seen_at),
    attributes_at = greatest(contact.attributes_at, changes.traits_at),
    attributes = case
      when changes.traits is null then contact.attributes
      when changes.traits_at >= coalesce(contact.attributes_at, '-infinity') then contact.attributes || changes.traits
      else changes.traits || contact.attributes
    end,
    email = case when changes.traits_at >= coalesce(contact.attributes_at, '-infinity')
      then coalesce(changes.email, contact.email) else coalesce(contact.email, changes.email) end,
    locale = case when changes.traits_at >= coalesce(contact.attributes_at, '-infinity')
      then coalesce(changes.locale, contact.locale) else coalesce(contact.locale, changes.locale) end,
    time_zone = case when changes.traits_at >= coalesce(contact.attributes_at, '-infinity')
      then coalesce(changes.time_zone, contact.time_zone) else coalesce(contact.time_zone, changes.time_zone) end
  from changes where contact.workspace_id = workspace and contact.id = changes.contact_id;

  with wanted as (
    select * from jsonb_to_recordset(entries) entry
      (i int, journey uuid, version int, node text, key text, reentry text, rest interval, goal text, goal_within interval)
  ), candidates as (
    select distinct on (wanted.journey, item.contact_id, wanted.key) wanted.*, item.contact_id, item.at, item.event_id
    from wanted
    join unnest(items) item on item.i = wanted.i and not item.is_old
    join public.journeys journey on journey.workspace_id = workspace and journey.id = wanted.journey
      and journey.status = 'live' and journey.live_version = wanted.version
    where not exists (
      select from public.enrollments known
      where known.workspace_id = workspace and known.journey_id = wanted.journey
        and known.contact_id = item.contact_id and known.entry_key = wanted.key
        and (known.ended_at is null or wanted.reentry = 'never'
          or (wanted.reentry = 'after' and known.entered_at + wanted.rest > item.at)))
    order by wanted.journey, item.contact_id, wanted.key, item.at, item.event_id
  ), entered as (
    insert into public.enrollments (workspace_id, journey_id, version, contact_id, number, entry_key, entry_event, entered_at,
      locale, node_id, arrived_at, arrived_seq, wake_at, goal_event, goal_until)
    select workspace, candidate.journey, candidate.version, candidate.contact_id,
      coalesce((select max(known.number) from public.enrollments known where known.workspace_id = workspace
        and known.journey_id = candidate.journey and known.contact_id = candidate.contact_id), 0)
        + row_number() over (partition by candidate.journey, candidate.contact_id order by candidate.at, candidate.event_id),
      candidate.key, candidate.event_id, candidate.at, coalesce(contact.locale, ''), candidate.node, candidate.at,
      candidate.event_id, candidate.at, candidate.goal,
      private.add_in_zone(candidate.at, candidate.goal_within, coalesce(contact.time_zone, tenant.time_zone))
    from candidates candidate
    join public.contacts contact on contact.workspace_id = workspace and contact.id = candidate.contact_id
    join public.workspaces tenant on tenant.id = workspace
    order by candidate.at, candidate.event_id
    on conflict do nothing
    returning *
  )
  select array_agg(row(workspace_id, journey_id, version, node_id, 'entered', '', locale, entered_at, 0)::private.stat)
  into stats from entered;

  update public.enrollments enrollment set wake_at = least(enrollment.wake_at, woken.at)
  from (
    select parked.id, min(item.at) as at
    from unnest(items) item
    join public.enrollments parked on parked.workspace_id = workspace and parked.contact_id = item.contact_id
      and parked.wake_at is not null and item.name = any (parked.awaits)
      and (item.at, item.event_id) > (parked.arrived_at, parked.arrived_seq)
    where not item.is_old
    group by parked.id
  ) woken
  where enrollment.workspace_id = workspace and enrollment.id = woken.id;

  with met as (
    select distinct on (enrollment.id) enrollment.id, item.at, item.event_id, goal.value
    from jsonb_to_recordset(goals) goal (i int, journey uuid, version int, value numeric)
    join unnest(items) item on item.i = goal.i
    join public.enrollments enrollment on enrollment.workspace_id = workspace
      and enrollment.journey_id = goal.journey and enrollment.version = goal.version
      and enrollment.contact_id = item.contact_id and enrollment.converted_at is null
      and (item.at, item.event_id) > (enrollment.entered_at, enrollment.entry_event) and item.at < enrollment.goal_until
    order by enrollment.id, item.at, item.event_id
  ), converted as (
    update public.enrollments enrollment set converted_at = met.at, converted_by = met.event_id
    from met where enrollment.workspace_id = workspace and enrollment.id = met.id
    returning enrollment.*, met.value
  )
  select stats || array_agg(row(workspace_id, journey_id, version, '', 'converted', '', locale, converted_at, coalesce(value, 0))::private.stat)
  into stats from converted;

  perform private.add_stats(stats);
  return query select item.i from unnest(items) item;
end
$$;
