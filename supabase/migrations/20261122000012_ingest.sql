-- The published versions of a workspace that listen to what happens: live ones by their triggers, all by their goals.
create function private.listeners(workspace uuid) returns jsonb language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'journey', version.journey_id,
    'version', version.version,
    'isLive', journey.status = 'live' and journey.live_version = version.version,
    'nodes', jsonb_path_query_array(version.document, '$.nodes[*] ? (@.type == "trigger")'),
    'settings', version.document -> 'settings')), '[]')
  from public.journey_versions version
  join public.journeys journey on journey.workspace_id = version.workspace_id and journey.id = version.journey_id
  where version.workspace_id = workspace
    and (journey.live_version = version.version or version.document -> 'settings' ? 'goal')
$$;

-- What the ingest function needs to know before it looks at a batch: whose key it is, and what that workspace listens for.
-- Notes that the key is in use, at most once a minute.
create function private.open_write_key(wanted text)
  returns table (workspace_id uuid, listeners jsonb)
  language sql volatile set search_path = ''
as $$
  with noted as (
    update public.write_keys set last_used_at = now()
    where key = wanted and revoked_at is null and (last_used_at is null or last_used_at < now() - interval '1 minute')
  )
  select key.workspace_id, private.listeners(key.workspace_id)
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

-- Calls about a workspace's people run side by side, except that one which joins contacts runs alone: nobody may be in the
-- middle of anything with a contact that disappears. Locks are always taken in this order: journeys, this turn, contacts,
-- enrollments, deliveries, counts; each kind in the order of its key.
create function private.take_turn(workspace uuid, alone boolean) returns void language plpgsql set search_path = ''
as $$
begin
  if alone then
    perform pg_advisory_xact_lock(hashtextextended('contacts of ' || workspace, 0));
  else
    perform pg_advisory_xact_lock_shared(hashtextextended('contacts of ' || workspace, 0));
  end if;
end
$$;

-- Whoever lets people into a journey holds it meanwhile; whoever changes its status waits for them. Without it, stopping
-- a journey would miss those who are being let in.
create function private.hold_journeys(workspace uuid, journeys uuid[], alone boolean) returns void
  language plpgsql set search_path = ''
as $$
declare
  journey uuid;
begin
  for journey in select distinct one from unnest(journeys) one order by one loop
    if alone then
      perform pg_advisory_xact_lock(hashtextextended(format('journey %s/%s', workspace, journey), 0));
    else
      perform pg_advisory_xact_lock_shared(hashtextextended(format('journey %s/%s', workspace, journey), 0));
    end if;
  end loop;
end
$$;

-- Ends enrollments from outside their path, with a log row and counts like any other end.
create function private.end_enrollments(workspace uuid, ids bigint[], reason text, clock timestamptz) returns int
  language plpgsql set search_path = ''
as $$
declare
  ended public.enrollments[];
begin
  -- In one order wherever several are locked, so that two who end and wake the same ones never wait in a circle.
  perform from public.enrollments where workspace_id = workspace and id = any (ids) and ended_at is null order by id for update;
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
-- in the same journey, the known contact's enrollment goes on and the other ends. Whoever waits for an event looks again, as
-- the other may have done it. What the known contact said of itself stays; of two consents the newer counts.
create function private.merge_contact(workspace uuid, source bigint, target bigint, clock timestamptz) returns void
  language plpgsql set search_path = ''
as $$
declare
  moved bigint[] := array(select id from public.enrollments where workspace_id = workspace and contact_id = source);
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
  update public.enrollments set wake_at = least(wake_at, clock)
  where workspace_id = workspace and contact_id = target and wake_at is not null and awaits <> '{}';

  perform from public.deliveries where workspace_id = workspace and contact_id = source order by id for update;
  update public.deliveries set contact_id = target where workspace_id = workspace and contact_id = source;
  update public.step_log set contact_id = target where workspace_id = workspace and enrollment_id = any (moved);
  update public.events set contact_id = target where workspace_id = workspace and contact_id = source;
  update public.anonymous_ids set contact_id = target where workspace_id = workspace and contact_id = source;
  insert into public.consents as known (workspace_id, contact_id, channel, topic, state, changed_at, source)
  select workspace_id, target, channel, topic, state, changed_at, consents.source
  from public.consents where workspace_id = workspace and contact_id = merge_contact.source
  on conflict (workspace_id, contact_id, channel, topic) do update
    set state = excluded.state, changed_at = excluded.changed_at, source = excluded.source
    where excluded.changed_at > known.changed_at;
  insert into private.confirmations (workspace_id, contact_id, channel, topic, due_at, attempts, sent_at)
  select asked.workspace_id, target, asked.channel, asked.topic, asked.due_at, asked.attempts, asked.sent_at
  from private.confirmations asked
  join public.consents kept on kept.workspace_id = workspace and kept.contact_id = target and kept.channel = asked.channel
    and kept.topic = asked.topic and kept.state = 'pending'
  where asked.workspace_id = workspace and asked.contact_id = merge_contact.source
  on conflict do nothing;
  update public.contacts known
  set attributes = anonymous.attributes || known.attributes, email = coalesce(known.email, anonymous.email),
    locale = coalesce(known.locale, anonymous.locale), time_zone = coalesce(known.time_zone, anonymous.time_zone),
    attributes_at = greatest(known.attributes_at, anonymous.attributes_at),
    changed_at = anonymous.changed_at || known.changed_at,
    created_at = least(known.created_at, anonymous.created_at),
    last_seen_at = greatest(known.last_seen_at, anonymous.last_seen_at)
  from public.contacts anonymous
  where known.workspace_id = workspace and known.id = target
    and anonymous.workspace_id = workspace and anonymous.id = merge_contact.source;
  perform private.merge_memberships(workspace, source, target, clock);
  insert into public.journey_exclusions (workspace_id, journey_id, contact_id, since, excluded_by)
  select workspace, journey_id, target, since, excluded_by from public.journey_exclusions
  where workspace_id = workspace and contact_id = merge_contact.source
  on conflict do nothing;
  update private.merged_contacts gone set target = merge_contact.target
  where gone.workspace_id = workspace and gone.target = merge_contact.source;
  insert into private.merged_contacts (workspace_id, source, target) values (workspace, source, target);
  delete from public.contacts where workspace_id = workspace and id = merge_contact.source;
end
$$;

-- Whether an item names a user id beside an anonymous id that belongs to no known contact yet.
create function private.joins_contacts(workspace uuid, items private.item[]) returns boolean
  language sql stable set search_path = ''
as $$
  select exists (
    select from unnest(items) item where item.user_id is not null and item.anonymous_id is not null and not exists (
      select from public.anonymous_ids anonymous
      join public.contacts contact on contact.workspace_id = workspace and contact.id = anonymous.contact_id
      where anonymous.workspace_id = workspace and anonymous.anonymous_id = item.anonymous_id
        and contact.external_id is not null))
$$;

-- An anonymous contact that gives its name becomes that contact, where no contact has that name yet. Only in a turn alone,
-- and with the contacts concerned locked, so that no worker is busy with them.
create function private.name_contacts(workspace uuid, items private.item[]) returns void language plpgsql set search_path = ''
as $$
begin
  perform from public.contacts contact
  where contact.workspace_id = workspace and contact.id in (
    select known.id from unnest(items) item
    join public.contacts known on known.workspace_id = workspace and known.external_id = item.user_id
    union
    select anonymous.contact_id from unnest(items) item
    join public.anonymous_ids anonymous on anonymous.workspace_id = workspace and anonymous.anonymous_id = item.anonymous_id)
  order by contact.id for update;

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
end
$$;

-- Gives each anonymous id the contact that an item names beside it, and merges those which had become contacts of their own.
-- Only in a turn alone.
create function private.join_contacts(workspace uuid, items private.item[], clock timestamptz) returns void
  language plpgsql set search_path = ''
as $$
declare
  pair record;
begin
  insert into public.anonymous_ids (workspace_id, anonymous_id, contact_id)
  select distinct on (item.anonymous_id) workspace, item.anonymous_id, contact.id
  from unnest(items) item
  join public.contacts contact on contact.workspace_id = workspace and contact.external_id = item.user_id
  where item.anonymous_id is not null
  order by item.anonymous_id, item.i
  on conflict do nothing;

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
end
$$;

-- Finds or makes the contact of every item, by user id, else by anonymous id, and locks them all: two batches about the
-- same contact take turns from here on, and no worker runs its enrollments.
create function private.resolve_contacts(workspace uuid, items private.item[], clock timestamptz) returns private.item[]
  language plpgsql set search_path = ''
as $$
declare
  is_joining boolean := private.joins_contacts(workspace, items);
  resolved private.item[];
begin
  perform private.take_turn(workspace, alone => is_joining);
  if is_joining then
    perform private.name_contacts(workspace, items);
  end if;

  insert into public.contacts (workspace_id, external_id, created_at)
  select workspace, item.user_id, min(item.at) from unnest(items) item where item.user_id is not null
    and not exists (select from public.contacts known where known.workspace_id = workspace and known.external_id = item.user_id)
  group by item.user_id order by item.user_id
  on conflict (workspace_id, external_id) do nothing;

  if is_joining then
    perform private.join_contacts(workspace, items, clock);
  end if;

  -- The anonymous id comes first: where another batch was quicker, no contact is made.
  with fresh as materialized (
    select item.anonymous_id, nextval(pg_get_serial_sequence('public.contacts', 'id')) as id, min(item.at) as at
    from unnest(items) item
    where item.user_id is null and item.anonymous_id is not null and not exists (
      select from public.anonymous_ids known
      where known.workspace_id = workspace and known.anonymous_id = item.anonymous_id)
    group by item.anonymous_id
  ), made as (
    insert into public.anonymous_ids (workspace_id, anonymous_id, contact_id)
    select workspace, anonymous_id, id from fresh order by anonymous_id
    on conflict (workspace_id, anonymous_id) do nothing
    returning contact_id
  )
  insert into public.contacts (workspace_id, id, created_at)
  select workspace, fresh.id, fresh.at from fresh join made on made.contact_id = fresh.id;

  select array_agg(row(item.i, item.type, item.message_id, item.user_id, item.anonymous_id, item.name, item.properties,
    item.at, item.traits, item.email, item.locale, item.time_zone, item.is_old,
    coalesce(known.id, anonymous.contact_id, merged.target, item.contact_id), null)::private.item order by item.i)
  into resolved
  from unnest(items) item
  left join private.merged_contacts merged on merged.workspace_id = workspace and merged.source = item.contact_id
  left join public.contacts known on known.workspace_id = workspace and known.external_id = item.user_id
  left join public.anonymous_ids anonymous
    on anonymous.workspace_id = workspace and anonymous.anonymous_id = item.anonymous_id and item.user_id is null;

  perform from public.contacts contact
  where contact.workspace_id = workspace and contact.id in (select item.contact_id from unnest(resolved) item)
  order by contact.id for update;
  -- A signal may be about a contact who is no longer there.
  select array_agg(item order by item.i) into resolved from unnest(resolved) item
  where item.type <> 'signal'
    or exists (select from public.contacts contact where contact.workspace_id = workspace and contact.id = item.contact_id);
  return resolved;
end
$$;

-- Stores the events that are new and answers their items, with the events' ids in the order of the batch.
create function private.store_events(workspace uuid, items private.item[], clock timestamptz) returns private.item[]
  language sql set search_path = ''
as $$
  with numbered as materialized (
    select item.*, nextval(pg_get_serial_sequence('public.events', 'id')) as id
    from (select * from unnest(items) each_item order by each_item.i) item
  ), stored as (
    insert into public.events (workspace_id, id, message_id, contact_id, type, name, properties, occurred_at, received_at)
    select workspace, id, message_id, contact_id, type, name, coalesce(properties, '{}'), at, clock
    from numbered order by message_id
    on conflict (workspace_id, message_id) do nothing
    returning id
  )
  select array_agg(row(i, type, message_id, user_id, anonymous_id, name, properties, at, traits, email, locale, time_zone,
    is_old, contact_id, id)::private.item)
  from numbered join stored using (id)
$$;

-- The attributes whose change lets somebody into a live journey of the workspace.
create function private.watched_attributes(workspace uuid) returns setof text language sql stable set search_path = ''
as $$
  select distinct node -> 'data' ->> 'attribute'
  from public.journeys journey
  join public.journey_versions version on version.workspace_id = workspace and version.journey_id = journey.id
    and version.version = journey.live_version
  cross join jsonb_path_query(version.document, '$.nodes[*] ? (@.type == "trigger" && @.data.on == "attribute")') node
  where journey.workspace_id = workspace and journey.status = 'live'
$$;

create type private.attribute_change as (contact_id bigint, attribute text, was jsonb, becomes jsonb, at timestamptz, cause text);

-- All that rules read of a contact's profile.
create function private.profile_of(contact public.contacts) returns jsonb language sql immutable set search_path = ''
as $$
  select contact.attributes || jsonb_strip_nulls(
    jsonb_build_object('email', contact.email, 'locale', contact.locale, 'time_zone', contact.time_zone))
$$;

-- Raises a signal for every change of an attribute that a live journey watches, and looks again at dates. A cause has each
-- attribute change once.
create function private.signal_changes(workspace uuid, changes private.attribute_change[]) returns void
  language plpgsql set search_path = ''
as $$
begin
  perform private.raise_signals(array_agg(row(workspace, format('attribute:%s:%s', change.cause, change.attribute),
    change.contact_id, '$attribute_changed', jsonb_build_object('attribute', change.attribute, 'from', change.was,
      'to', change.becomes), change.at)::private.signal))
  from unnest(changes) change
  where change.attribute in (select private.watched_attributes(workspace));
  perform private.check_dates(workspace, changes);
end
$$;

-- Writes what items say of their contacts. Traits older than the newest known ones only fill what is missing. Answers which
-- attributes have another value than before.
create function private.update_contacts(workspace uuid, items private.item[]) returns private.attribute_change[]
  language sql set search_path = ''
as $$
  with said as (
    select item.*, item.traits is null or coalesce(item.at < contact.attributes_at, false) as is_late
    from unnest(items) item
    join public.contacts contact on contact.workspace_id = workspace and contact.id = item.contact_id
    where item.type <> 'signal'
  ), traits as (
    select contact_id,
      jsonb_object_agg(trait.key, trait.value order by said.at, said.i) filter (where is_late) as late,
      jsonb_object_agg(trait.key, trait.value order by said.at, said.i) filter (where not is_late) as fresh
    from said cross join jsonb_each(said.traits) trait group by contact_id
  ), latest as (
    select contact_id, max(at) as seen_at, max(at) filter (where traits is not null) as traits_at, max(event_id) as event_id,
      array_agg(email order by at desc, i desc) filter (where email is not null and not is_late) as emails,
      array_agg(email order by at desc, i desc) filter (where email is not null and is_late) as late_emails,
      array_agg(locale order by at desc, i desc) filter (where locale is not null and not is_late) as locales,
      array_agg(locale order by at desc, i desc) filter (where locale is not null and is_late) as late_locales,
      array_agg(time_zone order by at desc, i desc) filter (where time_zone is not null and not is_late) as zones,
      array_agg(time_zone order by at desc, i desc) filter (where time_zone is not null and is_late) as late_zones
    from said group by contact_id
  ), next as materialized (
    select contact.id, latest.seen_at, latest.traits_at, latest.event_id, private.profile_of(contact) as was,
      coalesce(traits.late, '{}') || contact.attributes || coalesce(traits.fresh, '{}') as attributes,
      coalesce(latest.emails[1], contact.email, latest.late_emails[1]) as email,
      coalesce(latest.locales[1], contact.locale, latest.late_locales[1]) as locale,
      coalesce(latest.zones[1], contact.time_zone, latest.late_zones[1]) as time_zone
    from latest left join traits using (contact_id)
    join public.contacts contact on contact.workspace_id = workspace and contact.id = latest.contact_id
  ), changed as materialized (
    select next.id, name.key, next.was -> name.key as was, becomes.profile -> name.key as becomes, next.traits_at, next.event_id
    from next
    cross join lateral (select next.attributes || jsonb_strip_nulls(
      jsonb_build_object('email', next.email, 'locale', next.locale, 'time_zone', next.time_zone)) as profile) becomes
    cross join lateral jsonb_object_keys(becomes.profile) name (key)
    where next.traits_at is not null and next.was -> name.key is distinct from becomes.profile -> name.key
  ), written as (
    update public.contacts contact set
      last_seen_at = greatest(contact.last_seen_at, next.seen_at),
      attributes_at = greatest(contact.attributes_at, next.traits_at),
      attributes = next.attributes, email = next.email, locale = next.locale, time_zone = next.time_zone,
      changed_at = contact.changed_at || coalesce((
        select jsonb_object_agg(changed.key, changed.traits_at) from changed where changed.id = next.id), '{}')
    from next
    where contact.workspace_id = workspace and contact.id = next.id
  )
  select array_agg(row(id, key, was, becomes, traits_at, format('%s:%s', id, event_id))::private.attribute_change) from changed
$$;

-- Lets contacts into live journeys, once per journey and key at a time, as far as re-entry allows; whoever is added by hand
-- also where it does not. Nobody who was removed by hand, and nobody twice at one instant from other journeys: two that lead
-- to each other would never let go. Answers what to count.
create function private.enroll(workspace uuid, items private.item[], entries jsonb) returns private.stat[]
  language sql set search_path = ''
as $$
  with wanted as (
    select * from jsonb_to_recordset(entries) entry
      (i int, journey uuid, version int, node text, key text, reentry text, rest interval, by_hand boolean, goal text,
        goal_within interval)
  ), candidates as (
    select distinct on (wanted.journey, item.contact_id, wanted.key) wanted.*, journey.priority, item.contact_id, item.at, item.event_id
    from wanted
    join unnest(items) item on item.i = wanted.i and not item.is_old
    join public.journeys journey on journey.workspace_id = workspace and journey.id = wanted.journey
      and journey.status = 'live' and journey.live_version = wanted.version
    where not exists (
      select from public.enrollments known
      where known.workspace_id = workspace and known.journey_id = wanted.journey
        and known.contact_id = item.contact_id and known.entry_key = wanted.key
        and (known.ended_at is null
          or (item.name = '$moved' and known.entered_at >= item.at)
          or not coalesce(wanted.by_hand, false) and (wanted.reentry = 'never'
            or (wanted.reentry = 'after' and known.entered_at + wanted.rest > item.at))))
    and not exists (
      select from public.journey_exclusions kept_out
      where kept_out.workspace_id = workspace and kept_out.journey_id = wanted.journey and kept_out.contact_id = item.contact_id)
    order by wanted.journey, item.contact_id, wanted.key, item.at, item.event_id
  ), entered as (
    insert into public.enrollments (workspace_id, journey_id, version, contact_id, number, entry_key, entry_event, entry_node,
      priority, entered_at, locale, node_id, arrived_at, arrived_seq, wake_at, goal_event, goal_until)
    select workspace, candidate.journey, candidate.version, candidate.contact_id,
      coalesce((select max(known.number) from public.enrollments known where known.workspace_id = workspace
        and known.journey_id = candidate.journey and known.contact_id = candidate.contact_id), 0)
        + row_number() over (partition by candidate.journey, candidate.contact_id order by candidate.at, candidate.event_id),
      candidate.key, candidate.event_id, candidate.node, candidate.priority, candidate.at, coalesce(contact.locale, ''), candidate.node,
      candidate.at, candidate.event_id, candidate.at, candidate.goal,
      private.add_in_zone(candidate.at, candidate.goal_within, coalesce(contact.time_zone, tenant.time_zone))
    from candidates candidate
    join public.contacts contact on contact.workspace_id = workspace and contact.id = candidate.contact_id
    join public.workspaces tenant on tenant.id = workspace
    order by candidate.at, candidate.event_id
    on conflict do nothing
    returning *
  )
  select array_agg(row(workspace_id, journey_id, version, node_id, 'entered', '', locale, entered_at, 0)::private.stat)
  from entered
$$;

-- Locks every enrollment that these items may wake or convert, at once and in order.
create function private.lock_enrollments(workspace uuid, items private.item[], goals jsonb) returns void
  language plpgsql set search_path = ''
as $$
begin
  perform from public.enrollments enrollment
  where enrollment.workspace_id = workspace and enrollment.contact_id in (select item.contact_id from unnest(items) item)
    and (enrollment.awaits && array(
        select item.name from unnest(items) item
        union select '$profile_changed' from unnest(items) item where item.traits is not null)
      or (enrollment.converted_at is null and (enrollment.journey_id, enrollment.version) in (
        select version.journey, version.version from jsonb_to_recordset(goals) goal (versions jsonb)
        cross join jsonb_to_recordset(goal.versions) version (journey uuid, version int))))
  order by enrollment.id for update;
end
$$;

-- Wakes the enrollments that wait for one of these events, also for one from before the present step: it may end the passage.
-- One that was given up has no wake_at and stays as it is.
create function private.wake(workspace uuid, items private.item[]) returns void language sql set search_path = ''
as $$
  with woken as (
    select parked.id, min(item.at) as at
    from unnest(items) item
    join public.enrollments parked on parked.workspace_id = workspace and parked.contact_id = item.contact_id
      and parked.wake_at is not null
      and (item.name = any (parked.awaits) or (item.traits is not null and '$profile_changed' = any (parked.awaits)))
      and (item.at, item.event_id) > (parked.entered_at, parked.entry_event)
    where not item.is_old
    group by parked.id
  )
  update public.enrollments enrollment set wake_at = least(enrollment.wake_at, woken.at)
  from woken where enrollment.workspace_id = workspace and enrollment.id = woken.id
$$;

-- Counts the events that meet an enrollment's goal, ended or not: after the moment of entry and before the window is over. The
-- one that makes them enough converts it, at the latest of their times, in whatever order they came in. Answers what to count.
create function private.count_goals(workspace uuid, items private.item[], goals jsonb) returns private.stat[]
  language sql set search_path = ''
as $$
  with goal as materialized (
    select * from rows from (jsonb_to_recordset(goals) as (versions jsonb, times int, met jsonb)) with ordinality
      one (versions, times, met, place)
  ), version as materialized (
    select goal.place, goal.times, one.journey, one.version from goal
    cross join jsonb_to_recordset(goal.versions) one (journey uuid, version int)
  ), hit as materialized (
    select goal.place, item.contact_id, item.at, item.event_id, one.value from goal
    cross join jsonb_to_recordset(goal.met) one (i int, value numeric)
    join unnest(items) item on item.i = one.i
  ), met as (
    select enrollment.id, hit.at, hit.event_id, hit.value, enrollment.goal_hit_at, version.times, enrollment.goal_hits
      + row_number() over (partition by enrollment.id order by hit.at, hit.event_id) as nth
    from public.enrollments enrollment
    join version on version.journey = enrollment.journey_id and version.version = enrollment.version
    join hit on hit.contact_id = enrollment.contact_id and hit.place = version.place
      and (hit.at, hit.event_id) > (enrollment.entered_at, enrollment.entry_event) and hit.at < enrollment.goal_until
    where enrollment.workspace_id = workspace and enrollment.contact_id in (select hit.contact_id from hit)
      and enrollment.converted_at is null
  ), counted as (
    select met.id, max(met.nth) as hits, greatest(max(met.at), max(met.goal_hit_at)) as hit_at,
      greatest(max(met.at) filter (where met.nth = met.times),
        case when bool_or(met.nth = met.times) then max(met.goal_hit_at) end) as reached_at,
      max(met.event_id) filter (where met.nth = met.times) as reached_by,
      max(met.value) filter (where met.nth = met.times) as value
    from met group by met.id
  ), converted as (
    update public.enrollments enrollment set goal_hits = counted.hits, goal_hit_at = counted.hit_at,
      converted_at = counted.reached_at, converted_by = counted.reached_by
    from counted where enrollment.workspace_id = workspace and enrollment.id = counted.id
    returning enrollment.*, counted.value
  )
  select array_agg(row(workspace_id, journey_id, version, '', 'converted', '', locale, converted_at, coalesce(value, 0))::private.stat)
  from converted where converted_at is not null
$$;

-- What of a batch rules may ask about: its events, changed attributes, lists that were entered or left, and new contacts.
create function private.touches_of(items private.item[], changes private.attribute_change[], newcomers bigint[])
  returns private.touch[] language sql stable set search_path = ''
as $$
  select array(
    select row(item.contact_id, item.at, item.name, null,
      case when item.type = 'signal' and item.name in ('$segment_entered', '$segment_left')
        then (item.properties ->> 'segment')::uuid end,
      item.contact_id = any (newcomers))::private.touch
    from unnest(items) item
    union all
    select row(change.contact_id, change.at, null, change.attribute, null, false)::private.touch from unnest(changes) change)
$$;

-- Takes in one batch, all or nothing: stores each event once, updates contacts, lets people into journeys, wakes the ones
-- who wait for it, and counts goals. `entries` and `goals` name items by `i`: which journeys each item lets its contact
-- into, and per goal the versions that have it and the items that meet it. Answers the items that were new.
create function private.ingest(workspace uuid, clock timestamptz, batch jsonb, entries jsonb, goals jsonb)
  returns table (i int) language plpgsql set search_path = ''
as $$
declare
  items private.item[];
  changes private.attribute_change[];
  newcomers bigint[];
  entered private.stat[];
begin
  select array_agg(item order by item.i) into items
  from (select distinct on (one.message_id) one.* from jsonb_populate_recordset(null::private.item, batch) one
        order by one.message_id, one.i) item
  where not exists (select from public.events known
    where known.workspace_id = workspace and known.message_id = item.message_id);
  if items is null then
    return;
  end if;
  perform private.hold_journeys(workspace, array(
    select entry.journey from jsonb_to_recordset(entries) entry (journey uuid)), alone => false);
  items := private.resolve_contacts(workspace, items, clock);
  items := private.store_events(workspace, items, clock);
  if items is null then
    return;
  end if;
  newcomers := array(select contact.id from public.contacts contact
    where contact.workspace_id = workspace and contact.last_seen_at is null
      and contact.id in (select item.contact_id from unnest(items) item where item.type <> 'signal'));
  changes := private.update_contacts(workspace, items);
  perform private.signal_changes(workspace, changes);
  perform private.check_segments(workspace, private.touches_of(items, changes, newcomers), clock);
  perform private.lock_enrollments(workspace, items, goals);
  perform private.wake(workspace, items);
  entered := private.enroll(workspace, items, entries);
  perform private.add_stats(entered || private.count_goals(workspace, items, goals));
  return query select item.i from unnest(items) item;
end
$$;
