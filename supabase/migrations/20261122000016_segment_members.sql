-- Locks so many of the checks of a workspace that are due, the longest due first. The contacts are locked with them until the
-- transaction ends, as a worker that runs enrollments locks them, and for the same reasons.
create function private.take_checks(workspace uuid, clock timestamptz, most int, held text[])
  returns setof private.due_check
  language plpgsql set search_path = '' set plan_cache_mode = force_custom_plan set enable_sort = off
as $$
begin
  return query
    select line.workspace_id, line.subject, line.contact_id, line.due_at
    from private.checks line
    cross join lateral (
      select from public.contacts contact
      where contact.workspace_id = line.workspace_id and contact.id = line.contact_id
      limit 1 for no key update of contact skip locked) known
    where line.workspace_id = workspace and line.due_at <= clock and line.subject <> all (held)
    order by line.due_at
    limit most
    for update of line skip locked;
end
$$;

-- Takes the checks that are due, with what is known of their contacts, and takes them off the line. Every workspace has an equal
-- part of a batch, those with the fewest first, so that what they leave over goes to the others; where there are more than a claim
-- looks at, chance draws them. A segment that everybody is just being looked at for waits.
create function private.claim_checks(clock timestamptz, batch_size int)
  returns table (workspace_id uuid, subject text, contact_id bigint, due_at timestamptz, attributes jsonb, contact_zone text,
    workspace_zone text)
  language plpgsql set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  held text[] := array(select 'segment:' || segment.id from public.segments segment where segment.state = 'computing');
  line record;
  claimed private.due_check[] := '{}';
begin
  for line in
    with drawn as materialized (
      select tenant.id from public.workspaces tenant
      where exists (select from private.checks one where one.workspace_id = tenant.id and one.due_at <= clock)
      order by random() limit 64
    ), counted as (
      select drawn.id, (select count(*) from (
        select from private.checks one where one.workspace_id = drawn.id and one.due_at <= clock limit batch_size) due) as due
      from drawn
    )
    select counted.id, row_number() over (order by counted.due desc) as yet_to_come from counted order by yet_to_come desc
  loop
    exit when cardinality(claimed) >= batch_size;
    claimed := claimed || array(select one from private.take_checks(line.id, clock,
      ceil((batch_size - cardinality(claimed))::numeric / line.yet_to_come)::int, held) one);
  end loop;
  return query
    with taken as (
      delete from private.checks known using unnest(claimed) due
      where known.workspace_id = due.workspace_id and known.subject = due.subject and known.contact_id = due.contact_id
      returning known.workspace_id, known.subject, known.contact_id, known.due_at
    )
    select taken.workspace_id, taken.subject, taken.contact_id, taken.due_at, private.profile_of(contact), contact.time_zone,
      tenant.time_zone
    from taken
    join public.contacts contact on contact.workspace_id = taken.workspace_id and contact.id = taken.contact_id
    join public.workspaces tenant on tenant.id = taken.workspace_id
    order by taken.due_at;
end
$$;

-- The name under which a move is heard of once: looking at the same past again says nothing new.
create function private.membership_signal(
  workspace uuid, segment uuid, revision int, contact bigint, at timestamptz, enters boolean
) returns private.signal language sql immutable set search_path = ''
as $$
  select row(workspace, format('segment:%s:%s:%s:%s:%s', segment, revision, contact, (extract(epoch from at) * 1000)::bigint,
      case when enters then 'in' else 'out' end), contact,
    case when enters then '$segment_entered' else '$segment_left' end, jsonb_build_object('segment', segment), at)::private.signal
$$;

-- Puts contacts into segments and takes them out, as looking at them showed, and lets it be heard of. A contact may have gone
-- in and out several times since the last look; the last of its moves says where it is now.
create function private.move_members(moves jsonb) returns void language sql set search_path = ''
as $$
  with move as materialized (
    select * from jsonb_to_recordset(moves) one
      (workspace_id uuid, segment_id uuid, revision int, contact_id bigint, at timestamptz, enters boolean, is_last boolean)
  ), gone as (
    delete from public.segment_members member using move
    where move.is_last and not move.enters and member.workspace_id = move.workspace_id
      and member.segment_id = move.segment_id and member.contact_id = move.contact_id
  ), come as (
    insert into public.segment_members (workspace_id, segment_id, contact_id, since)
    select workspace_id, segment_id, contact_id, at from move where is_last and enters order by 1, 2, 3
    on conflict (workspace_id, segment_id, contact_id) do update set since = excluded.since
  )
  select private.raise_signals(array_agg(private.membership_signal(
    move.workspace_id, move.segment_id, move.revision, move.contact_id, move.at, move.enters) order by move.at))
  from move
$$;

-- Takes a segment that everybody is to be looked at for, and the next of its workspace's contacts, who are locked so that
-- nobody merges or erases them meanwhile. Without `to_id` everybody has been looked at. A worker that dies gives it back.
create function private.claim_computation(clock timestamptz, batch_size int)
  returns table (workspace_id uuid, segment_id uuid, rule jsonb, at timestamptz, from_id bigint, to_id bigint, zones text[],
    workspace_zone text)
  language plpgsql set search_path = ''
as $$
declare
  chosen public.segments;
  last_id bigint;
begin
  select segment.* into chosen from public.segments segment where segment.state = 'computing'
  order by segment.updated_at limit 1 for no key update skip locked;
  if chosen.id is null then
    return;
  end if;
  select max(each_one.id) into last_id from (
    select contact.id from public.contacts contact
    where contact.workspace_id = chosen.workspace_id and contact.id > chosen.computed_upto
    order by contact.id limit batch_size for key share
  ) each_one;
  return query
    select chosen.workspace_id, chosen.id, chosen.rule, coalesce(chosen.computing_at, clock), chosen.computed_upto, last_id,
      array(select distinct contact.time_zone from public.contacts contact
        where contact.workspace_id = chosen.workspace_id and contact.id > chosen.computed_upto and contact.id <= last_id
          and contact.time_zone is not null),
      tenant.time_zone
    from public.workspaces tenant where tenant.id = chosen.workspace_id;
end
$$;

-- Makes those of a claimed range of contacts members who match, and no others. Who enters or leaves is heard of, except the
-- first time a segment is computed: its members have not entered anything. Those whom time alone may move are lined up.
create function private.settle_segment(
  workspace uuid, segment uuid, clock timestamptz, after_id bigint, upto_id bigint, matching bigint[]
) returns int language plpgsql set search_path = ''
as $$
declare
  known public.segments;
  moved private.signal[];
begin
  update public.segments set computing_at = clock, computed_upto = upto_id
  where workspace_id = workspace and id = segment returning * into known;
  with gone as (
    delete from public.segment_members member
    where member.workspace_id = workspace and member.segment_id = segment and member.contact_id > after_id
      and member.contact_id <= upto_id and member.contact_id not in (select unnest(matching))
    returning member.contact_id, false as enters
  ), come as (
    insert into public.segment_members (workspace_id, segment_id, contact_id, since)
    select workspace, segment, one, clock from unnest(matching) one order by one
    on conflict do nothing
    returning contact_id, true as enters
  )
  select array_agg(private.membership_signal(workspace, segment, known.revision, contact_id, clock, enters)) into moved
  from (select * from gone union all select * from come) move;
  -- What was to be looked at up to now has been.
  delete from private.checks line where line.workspace_id = workspace and line.subject = 'segment:' || segment
    and line.contact_id > after_id and line.contact_id <= upto_id and line.due_at <= clock;
  if known.computed_at is not null then
    perform private.raise_signals(moved);
  end if;
  if known.timed_events || known.timed_attributes <> '{}' then
    perform private.line_up_checks(array_agg(row(workspace, 'segment:' || segment, contact.id, clock)::private.due_check))
    from public.contacts contact
    where contact.workspace_id = workspace and contact.id > after_id and contact.id <= upto_id and (
      (contact.attributes || contact.changed_at) ?| known.timed_attributes
      or exists (select from public.events event where event.workspace_id = workspace and event.contact_id = contact.id
        and event.name = any (known.timed_events)));
  end if;
  return coalesce(array_length(moved, 1), 0);
end
$$;

-- Everybody has been looked at.
create function private.finish_computation(workspace uuid, segment uuid, clock timestamptz) returns void
  language sql set search_path = ''
as $$
  update public.segments set state = 'ready', computed_at = clock, computing_at = null, computed_upto = 0
  where workspace_id = workspace and id = segment
$$;

-- Looks at everybody again, for each segment whose rule names an event or attribute that has come to mean something else.
create function private.recompute_segments(workspace uuid, reading text) returns void language plpgsql set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('segments of ' || workspace, 0));
  update public.segments set state = 'computing', computing_at = null, computed_upto = 0, updated_at = now()
  where workspace_id = workspace and rule is not null and (reading = any (reads_attributes) or reading = any (reads_events));
end
$$;

-- Contacts without a zone of their own have the workspace's.
create function private.recompute_zoned() returns trigger language plpgsql security definer set search_path = ''
as $$
begin
  perform private.recompute_segments(new.id, 'time_zone');
  return null;
end
$$;
create trigger recompute_segments after update of time_zone on public.workspaces
  for each row when (new.time_zone is distinct from old.time_zone) execute function private.recompute_zoned();

-- What becomes of memberships when one contact becomes part of another: on a list is who either was; every segment looks at
-- the contact that stays, and what was to be looked at for the other is for this one.
create function private.merge_memberships(workspace uuid, source bigint, target bigint, clock timestamptz) returns void
  language plpgsql set search_path = ''
as $$
begin
  insert into public.segment_members (workspace_id, segment_id, contact_id, since)
  select workspace, member.segment_id, target, member.since from public.segment_members member
  join public.segments segment on segment.workspace_id = workspace and segment.id = member.segment_id and segment.rule is null
  where member.workspace_id = workspace and member.contact_id = source
  on conflict do nothing;
  perform pg_advisory_xact_lock_shared(hashtextextended('segments of ' || workspace, 0));
  perform private.line_up_checks(array_agg(row(workspace, due.subject, target, due.due_at)::private.due_check))
  from (
    select line.subject, line.due_at from private.checks line where line.workspace_id = workspace and line.contact_id = source
    union all
    select 'segment:' || segment.id, clock from public.segments segment
    where segment.workspace_id = workspace and segment.rule is not null
  ) due;
end
$$;

-- Who never said anything of a topic stands to it as the workspace has it.
create function private.recompute_subscribed() returns trigger language plpgsql security definer set search_path = ''
as $$
begin
  perform private.recompute_segments(coalesce(new.workspace_id, old.workspace_id), '$subscribed');
  return null;
end
$$;
create trigger recompute_segments after update of by_default on public.topics
  for each row when (new.by_default is distinct from old.by_default) execute function private.recompute_subscribed();
create trigger recompute_segments_without after delete on public.topics
  for each row execute function private.recompute_subscribed();

-- An address that is blocked, or no longer is, is that of contacts whom segments may ask about.
create function private.check_blocked() returns trigger language plpgsql security definer set search_path = ''
as $$
declare
  workspace uuid := coalesce(new.workspace_id, old.workspace_id);
begin
  perform private.check_segments(workspace, array_agg(row(contact.id, now(), '$message_bounced', null, null, false)::private.touch), now())
  from public.contacts contact
  where contact.workspace_id = workspace and lower(contact.email) = coalesce(new.address, old.address);
  return null;
end
$$;
create trigger check_segments after insert or delete on public.suppressions
  for each row execute function private.check_blocked();
