-- Of running journeys in which somebody is due, each with its part of a batch: every workspace has an equal part, and every
-- journey an equal part of that, so that a newcomer does not stand behind somebody else's million. Paused journeys are left out
-- here, whoever is due in them, and so cost a claim nothing. Where there are more than a claim looks at, chance draws them, from
-- as many workspaces as possible. Sorting is off here and below, so that rows are only ever read in the order of the index,
-- however few of them old statistics make the planner expect.
create type private.due_line as (workspace_id uuid, journey_id uuid, due_since timestamptz, share int);
create function private.due_journeys(clock timestamptz, batch_size int) returns setof private.due_line
  language sql set search_path = '' set plan_cache_mode = force_custom_plan set enable_sort = off
as $$
  with due as (
    select journey.workspace_id, journey.id, first.wake_at,
      row_number() over (partition by journey.workspace_id order by random()) as turn
    from public.journeys journey cross join lateral (
      select enrollment.wake_at from public.enrollments enrollment
      where enrollment.workspace_id = journey.workspace_id and enrollment.journey_id = journey.id
        and enrollment.wake_at <= clock
      order by enrollment.wake_at limit 1) first
    where journey.live_version is not null and journey.status <> 'paused'
  ), drawn as (
    select * from due order by turn, random() limit 64
  )
  select workspace_id, id, wake_at,
    greatest(1, batch_size / (select count(distinct workspace_id) from drawn)::int / count(*) over (partition by workspace_id)::int)
  from drawn
$$;

create type private.due as (workspace_id uuid, id bigint, contact_id bigint, wake_at timestamptz, priority smallint);

-- Locks so many of those who are due in a journey, the longest due first, and none of the known ones.
create function private.take_due(workspace uuid, journey uuid, clock timestamptz, most int, known bigint[])
  returns setof private.due language plpgsql set search_path = '' set plan_cache_mode = force_custom_plan set enable_sort = off
as $$
begin
  return query
    select enrollment.workspace_id, enrollment.id, enrollment.contact_id, enrollment.wake_at, enrollment.priority
    from public.enrollments enrollment
    cross join lateral (
      select from public.contacts contact
      where contact.workspace_id = enrollment.workspace_id and contact.id = enrollment.contact_id
      limit 1 for no key update of contact skip locked) held
    where enrollment.workspace_id = workspace and enrollment.journey_id = journey and enrollment.wake_at <= clock
      and enrollment.id <> all (known)
    order by enrollment.wake_at, enrollment.priority desc
    limit most
    for update of enrollment skip locked;
end
$$;

-- Takes the enrollments that are due, with all that is known of their contacts, and locks them until the transaction ends:
-- the row locks are the lease, so a worker that dies gives them back at once. Who is due longest goes first within a journey;
-- journeys take turns, and what is left of a batch goes to those who have waited longest. With a contact comes whatever of
-- theirs was due before, in whichever journey, so that their own order stays the order of time.
-- The contacts are locked with them: no event of theirs is stored while the worker decides without having seen it, no other
-- worker runs another journey of theirs, so that caps across journeys hold, and a contact about whom events are just coming in
-- is left for the next claim.
create function private.claim_enrollments(clock timestamptz, batch_size int)
  returns table (
    workspace_id uuid, id bigint, journey_id uuid, version int, contact_id bigint, node_id text, entered_at timestamptz,
    entry_event bigint, arrived_at timestamptz, arrived_seq bigint, visits int, rounds jsonb, attempts int,
    wake_at timestamptz, attributes jsonb, contact_zone text, workspace_zone text
  ) language plpgsql set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  line private.due_line;
  found private.due[];
  taken private.due[] := '{}';
  others private.due[];
  unfinished private.due_line[] := '{}';
begin
  for line in select * from private.due_journeys(clock, batch_size) order by due_since desc loop
    exit when cardinality(taken) >= batch_size;
    found := array(select one from private.take_due(line.workspace_id, line.journey_id, clock,
      least(line.share, batch_size - cardinality(taken)), '{}') one);
    taken := taken || found;
    if cardinality(found) = line.share then
      unfinished := unfinished || line;
    end if;
  end loop;
  for line in select * from unnest(unfinished) order by due_since loop
    exit when cardinality(taken) >= batch_size;
    taken := taken || array(select one from private.take_due(line.workspace_id, line.journey_id, clock,
      batch_size - cardinality(taken), array(select known.id from unnest(taken) known where known.workspace_id = line.workspace_id)) one);
  end loop;

  others := array(select row(held.workspace_id, held.id, held.contact_id, held.wake_at, held.priority)::private.due
    from public.enrollments held
    join unnest(taken) known on held.workspace_id = known.workspace_id and held.contact_id = known.contact_id
      and (held.wake_at, -held.priority) < (known.wake_at, -known.priority)
    where 'paused' is distinct from (select journey.status from public.journeys journey
      where journey.workspace_id = held.workspace_id and journey.id = held.journey_id)
    for update of held skip locked);

  return query
    select enrollment.workspace_id, enrollment.id, enrollment.journey_id, enrollment.version, enrollment.contact_id,
      enrollment.node_id, enrollment.entered_at, enrollment.entry_event, enrollment.arrived_at, enrollment.arrived_seq,
      enrollment.visits, enrollment.rounds, enrollment.attempts, enrollment.wake_at, contact.attributes || jsonb_strip_nulls(jsonb_build_object(
        'email', contact.email, 'locale', contact.locale, 'time_zone', contact.time_zone)),
      contact.time_zone, tenant.time_zone
    from (select distinct known.workspace_id, known.id from unnest(taken || others) known) one
    join public.enrollments enrollment on enrollment.workspace_id = one.workspace_id and enrollment.id = one.id
    join public.contacts contact on contact.workspace_id = enrollment.workspace_id and contact.id = enrollment.contact_id
    join public.workspaces tenant on tenant.id = enrollment.workspace_id
    order by enrollment.wake_at, enrollment.priority desc, enrollment.id;
end
$$;

-- The events that claimed enrollments ask about: those named, and the one that let each contact in. In order of their moment.
create function private.events_for(wanted jsonb)
  returns table (workspace_id uuid, contact_id bigint, id bigint, name text, properties jsonb, occurred_at timestamptz)
  language sql stable set search_path = ''
as $$
  select event.workspace_id, event.contact_id, event.id, event.name, event.properties, event.occurred_at
  from (
    select distinct asked.workspace_id, asked.contact_id, name.name
    from jsonb_to_recordset(wanted) asked (workspace_id uuid, contact_id bigint, names text[]), unnest(asked.names) name
  ) asked
  join public.events event on event.workspace_id = asked.workspace_id and event.contact_id = asked.contact_id
    and event.name = asked.name
  union
  select event.workspace_id, event.contact_id, event.id, event.name, event.properties, event.occurred_at
  from jsonb_to_recordset(wanted) asked (workspace_id uuid, entry_event bigint)
  join public.events event on event.workspace_id = asked.workspace_id and event.id = asked.entry_event
  order by 6, 3
$$;

-- What the workspace allows to be sent, as the engine reads it.
create function private.sending_policy(workspace uuid) returns jsonb language sql stable set search_path = ''
as $$
  select jsonb_build_object('quietHours', policy.quiet_hours, 'caps', policy.caps, 'topics', coalesce((
    select jsonb_object_agg(topic.id, jsonb_build_object('byDefault', topic.by_default, 'doubleOptIn', topic.double_opt_in))
    from public.topics topic where topic.workspace_id = workspace), '{}'))
  from public.sending_policies policy where policy.workspace_id = workspace
$$;

-- What runs may ask about contacts beyond profile and events, as far as each asks for it: `changes`, `membership`, `consent`,
-- `sends`; each contact is wanted once. Sends reach back as far as frequency caps look. With the first contact of a workspace
-- come its rules of sending.
create function private.facts_for(wanted jsonb)
  returns table (workspace_id uuid, contact_id bigint, changed_at jsonb, member_of jsonb, subscriptions jsonb,
    suppressed text[], sends jsonb, policy jsonb)
  language sql stable set search_path = ''
as $$
  with asked as materialized (
    select one.workspace_id, one.contact_id, one.asks as aspects
    from jsonb_to_recordset(wanted) one (workspace_id uuid, contact_id bigint, asks text[])
  ), tenant as materialized (
    select one.workspace_id, private.sending_policy(one.workspace_id) as policy
    from (select distinct asked.workspace_id from asked where asked.aspects && '{consent,sends}') one
  ), consenting as materialized (
    select array_agg(asked.workspace_id) as workspaces, array_agg(asked.contact_id) as contacts
    from asked where 'consent' = any (asked.aspects)
  ), stands as materialized (
    select found.* from consenting cross join private.subscriptions(consenting.workspaces, consenting.contacts) found
  ), blocked as materialized (
    select found.* from consenting cross join private.blocked(consenting.workspaces, consenting.contacts) found
  ), answered as materialized (
    -- Put together before contacts join: of them the planner expects one, and would compare everybody with everybody.
    select asked.*, tenant.policy, stands.subscriptions, blocked.contact_id is not null as is_blocked from asked
    left join tenant on tenant.workspace_id = asked.workspace_id
    left join stands on stands.workspace_id = asked.workspace_id and stands.contact_id = asked.contact_id
    left join blocked on blocked.workspace_id = asked.workspace_id and blocked.contact_id = asked.contact_id
  )
  select answered.workspace_id, answered.contact_id,
    case when 'changes' = any (answered.aspects) then contact.changed_at end,
    case when 'membership' = any (answered.aspects) then (
      select jsonb_object_agg(member.segment_id, member.since) from public.segment_members member
      where member.workspace_id = answered.workspace_id and member.contact_id = answered.contact_id) end,
    answered.subscriptions,
    case when answered.is_blocked then array['email'] end,
    case when 'sends' = any (answered.aspects) and answered.policy -> 'caps' <> '[]'
      then private.lately_sent(answered.workspace_id, answered.contact_id, answered.policy) end,
    case when row_number() over (partition by answered.workspace_id) = 1 then answered.policy end
  from answered
  join public.contacts contact on contact.workspace_id = answered.workspace_id and contact.id = answered.contact_id
$$;

-- What the worker would know of a contact beyond profile and events, and the rules of sending, to try a journey out with. Of
-- no contact, the rules alone.
create function public.contact_standing(workspace uuid, contact bigint default null)
  returns table (changed_at jsonb, member_of jsonb, subscriptions jsonb, suppressed text[], sends jsonb, policy jsonb)
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.demand(workspace, 'viewer');
  if contact is null then
    return query select '{}'::jsonb, '{}'::jsonb, '{}'::jsonb, '{}'::text[], '[]'::jsonb, private.sending_policy(workspace);
    return;
  end if;
  return query
    select coalesce(known.changed_at, '{}'), coalesce(known.member_of, '{}'), coalesce(known.subscriptions, '{}'),
      coalesce(known.suppressed, '{}'), coalesce(known.sends, '[]'), known.policy
    from private.facts_for(jsonb_build_array(jsonb_build_object('workspace_id', workspace, 'contact_id', contact,
      'asks', '["changes", "membership", "consent", "sends"]'::jsonb))) known;
end
$$;
grant execute on function public.contact_standing to authenticated;

-- A change that a visit asked for; `cause` names the visit.
create type private.asked_change as (workspace_id uuid, contact_id bigint, cause text, at timestamptz, change jsonb);

-- The profile once changes are made to it, in their order, and what each of them really changed, at its own instant: a worker
-- that comes late does at once what would have been done at different times.
create function private.changed_profile(attributes jsonb, asked private.asked_change[])
  returns table (becomes jsonb, changes private.attribute_change[]) language plpgsql immutable set search_path = ''
as $$
declare
  one private.asked_change;
  name text;
  was jsonb;
  known numeric;
begin
  foreach one in array asked loop
    name := coalesce(one.change ->> 'set', one.change ->> 'unset', one.change ->> 'add');
    was := attributes -> name;
    if one.change ? 'set' then
      attributes := attributes || jsonb_build_object(name, one.change -> 'value');
    elsif one.change ? 'unset' then
      attributes := attributes - name;
    else
      known := case when jsonb_typeof(was) = 'number' then (attributes ->> name)::numeric else 0 end;
      -- As the engine adds: in double precision.
      attributes := attributes || jsonb_build_object(name, known::float8 + (one.change ->> 'by')::float8);
    end if;
    if attributes -> name is distinct from was then
      changes := changes || row(one.contact_id, name, was, attributes -> name, one.at, one.cause)::private.attribute_change;
    end if;
  end loop;
  becomes := attributes;
  return next;
end
$$;

-- Changes profiles as visits asked for it, in their order, and lets the changes be heard of.
create function private.change_profiles(asked private.asked_change[]) returns void language sql set search_path = ''
as $$
  with wanted as (
    select workspace_id, contact_id,
      array_agg(row(workspace_id, contact_id, cause, at, change)::private.asked_change order by place) as changes
    from unnest(asked) with ordinality one (workspace_id, contact_id, cause, at, change, place)
    where change ?| '{set,unset,add}' group by 1, 2
  ), next as materialized (
    select wanted.workspace_id, wanted.contact_id, made.becomes, made.changes
    from wanted join public.contacts contact on contact.workspace_id = wanted.workspace_id and contact.id = wanted.contact_id
    cross join lateral private.changed_profile(contact.attributes, wanted.changes) made
    where made.changes is not null
  ), changed as materialized (
    select next.workspace_id, one.* from next
    cross join lateral unnest(next.changes) with ordinality one (contact_id, attribute, was, becomes, at, cause, place)
  ), written as (
    update public.contacts contact set attributes = next.becomes,
      changed_at = contact.changed_at || (
        select jsonb_object_agg(changed.attribute, changed.at order by changed.place) from changed
        where changed.workspace_id = next.workspace_id and changed.contact_id = next.contact_id)
    from next where contact.workspace_id = next.workspace_id and contact.id = next.contact_id
  )
  select private.signal_changes(workspace_id, array_agg(
    row(contact_id, attribute, was, becomes, at, cause)::private.attribute_change order by contact_id, place)),
    private.check_segments(workspace_id, array_agg(row(contact_id, at, null, attribute, null, false)::private.touch), max(at))
  from changed group by workspace_id
$$;

-- Puts contacts on lists and takes them off, as visits asked for it, each turn at its own instant; the last word stays.
create function private.change_lists(asked private.asked_change[]) returns void language sql set search_path = ''
as $$
  with wanted as materialized (
    select one.*, segment.id as segment_id, (one.change ->> 'member')::boolean as becomes
    from unnest(asked) with ordinality one (workspace_id, contact_id, cause, at, change, place)
    join public.segments segment on segment.workspace_id = one.workspace_id and segment.id = (one.change ->> 'list')::uuid
      and segment.rule is null
    where one.change ? 'list'
  ), followed as materialized (
    select wanted.*, lag(wanted.becomes, 1, exists (
      select from public.segment_members member where member.workspace_id = wanted.workspace_id
        and member.segment_id = wanted.segment_id and member.contact_id = wanted.contact_id))
      over (partition by wanted.workspace_id, wanted.contact_id, wanted.segment_id order by wanted.place) as was
    from wanted
  ), turned as materialized (
    select followed.*,
      row_number() over (partition by workspace_id, contact_id, segment_id order by place desc) = 1 as is_last
    from followed where becomes <> was
  ), joined as (
    insert into public.segment_members (workspace_id, segment_id, contact_id, since)
    select workspace_id, segment_id, contact_id, at from turned where is_last and becomes
    order by 1, 2, 3
    on conflict (workspace_id, segment_id, contact_id) do update set since = excluded.since
  ), gone as (
    delete from public.segment_members member using turned
    where member.workspace_id = turned.workspace_id and member.segment_id = turned.segment_id
      and member.contact_id = turned.contact_id and turned.is_last and not turned.becomes
  )
  select private.raise_signals(array_agg(row(workspace_id, format('list:%s:%s:%s', cause, segment_id, becomes), contact_id,
    case when becomes then '$segment_entered' else '$segment_left' end, jsonb_build_object('segment', segment_id), at)::private.signal
    order by place))
  from turned
$$;

-- Makes the changes of contacts that visits asked for. Whoever waits for a change of the profile looks again.
create function private.change_contacts(asked private.asked_change[]) returns void language plpgsql set search_path = ''
as $$
begin
  if asked is null then
    return;
  end if;
  perform private.change_profiles(asked);
  perform private.change_lists(asked);
  perform private.record_consent(one.workspace_id, one.contact_id, one.change ->> 'channel', one.change ->> 'topic',
    (one.change ->> 'subscribed')::boolean, 'journey', one.at)
  from unnest(asked) one where one.change ? 'topic';
  update public.enrollments waiting set wake_at = least(waiting.wake_at, changed.at)
  from (select workspace_id, contact_id, min(at) as at from unnest(asked) where not change ? 'topic' group by 1, 2) changed
  where waiting.workspace_id = changed.workspace_id and waiting.contact_id = changed.contact_id
    and waiting.wake_at is not null and '$profile_changed' = any (waiting.awaits);
end
$$;

-- Where each enrollment of a batch now stands, a log row per finished visit, what goes to the outside, and the counts of both:
-- one statement, in which each enrollment is looked up once.
create function private.write_runs(runs jsonb, steps jsonb, outbox jsonb) returns void language sql set search_path = ''
as $$
  with moved as (
    update public.enrollments enrollment set
      node_id = run.node_id, arrived_at = run.arrived_at, arrived_seq = run.arrived_seq, visits = run.visits,
      rounds = coalesce(run.rounds, '{}'), wake_at = run.wake_at, awaits = coalesce(run.awaits, '{}'),
      waiting_because = run.waiting_because, ended_at = run.ended_at, ended_because = run.ended_because,
      attempts = run.attempts, last_error = run.last_error
    from jsonb_to_recordset(runs) run (
      workspace_id uuid, id bigint, node_id text, arrived_at timestamptz, arrived_seq bigint, visits int, rounds jsonb,
      wake_at timestamptz, awaits text[], waiting_because text, ended_at timestamptz, ended_because text, attempts int,
      last_error text)
    where enrollment.workspace_id = run.workspace_id and enrollment.id = run.id
    returning enrollment.workspace_id, enrollment.id, enrollment.journey_id, enrollment.version, enrollment.contact_id,
      enrollment.locale
  ), step as materialized (
    select moved.*, one.node_id, one.visit, one.arrived_at, one.left_at, one.port, one.to_node, one.because
    from moved join jsonb_to_recordset(steps) one (workspace_id uuid, id bigint, node_id text, visit int,
      arrived_at timestamptz, left_at timestamptz, port text, to_node text, because text) using (workspace_id, id)
  ), logged as (
    insert into public.step_log (workspace_id, enrollment_id, journey_id, version, contact_id, locale, node_id, visit,
      arrived_at, left_at, port, to_node, because)
    select workspace_id, id, journey_id, version, contact_id, locale, node_id, visit, arrived_at, left_at, port, to_node, because
    from step
  ), written as (
    insert into public.deliveries (workspace_id, enrollment_id, journey_id, version, contact_id, node_id, visit, channel, topic,
      cap_class, held_since, held_because, status, because, due_at)
    select moved.workspace_id, moved.id, moved.journey_id, moved.version, moved.contact_id, one.node_id, one.visit, one.channel,
      one.topic, one.cap_class, one.held_since, one.held_because, one.status, one.because, one.due_at
    from moved join jsonb_to_recordset(outbox) one (workspace_id uuid, id bigint, node_id text, visit int, channel text,
      topic text, cap_class text, held_since timestamptz, held_because text, status text, because text, due_at timestamptz)
      using (workspace_id, id)
    on conflict (workspace_id, enrollment_id, node_id, visit) do nothing
    returning workspace_id, id, journey_id, version, node_id, status, because, due_at
  ), skipped as (
    insert into public.delivery_log (workspace_id, delivery_id, at, kind, detail)
    select workspace_id, id, due_at, status, because from written where status = 'skipped'
  )
  select private.add_tallies(array(
    select row(one.workspace_id, one.journey_id, one.version, one.node_id, one.metric, one.detail, one.locale,
      date_trunc('hour', one.at, 'UTC'), count(*), 0)::private.tally
    from (
      select workspace_id, journey_id, version, node_id, case when port is null then 'ended' else 'left' end,
        coalesce(port, because), locale, left_at from step
      union all
      select workspace_id, journey_id, version, to_node, 'arrived', '', locale, left_at from step where to_node is not null
      union all
      select workspace_id, journey_id, version, node_id, status, because, '', due_at from written where status = 'skipped'
    ) one (workspace_id, journey_id, version, node_id, metric, detail, locale, at)
    group by one.workspace_id, one.journey_id, one.version, one.node_id, one.metric, one.detail, one.locale,
      date_trunc('hour', one.at, 'UTC')))
$$;

-- Writes down what a batch of runs did, in the transaction that claimed it: where everybody now stands and how they came there,
-- what goes to the outside, changes of contacts, and who goes on in another journey. What belongs to a run names its workspace and id.
create function private.commit_runs(runs jsonb, steps jsonb, outbox jsonb, changes jsonb, moves jsonb) returns void
  language plpgsql set search_path = ''
as $$
begin
  perform private.write_runs(runs, steps, outbox);
  if changes <> '[]' then
    perform private.change_contacts(array_agg(
      row(one.workspace_id, enrollment.contact_id, format('%s:%s', one.id, one.visit), one.at, one.change)::private.asked_change
      order by one.at, one.place))
    from rows from (jsonb_to_recordset(changes) as (workspace_id uuid, id bigint, visit int, at timestamptz, change jsonb))
      with ordinality one (workspace_id, id, visit, at, change, place)
    join public.enrollments enrollment on enrollment.workspace_id = one.workspace_id and enrollment.id = one.id;
  end if;
  if moves <> '[]' then
    perform private.raise_signals(array_agg(row(move.workspace_id, format('moved:%s:%s', move.id, move.visit), enrollment.contact_id,
      '$moved', jsonb_build_object('journey', move.journey, 'from', enrollment.journey_id), move.at)::private.signal))
    from jsonb_to_recordset(moves) move (workspace_id uuid, id bigint, visit int, at timestamptz, journey uuid)
    join public.enrollments enrollment on enrollment.workspace_id = move.workspace_id and enrollment.id = move.id;
  end if;
end
$$;

-- Pause, resume, stop. Stopping lets people finish, or ends every enrollment now. Answers how many were ended.
create function public.set_journey_status(workspace uuid, journey uuid, action text) returns int
  language plpgsql security definer set search_path = ''
as $$
declare
  current_status text;
  next_status text;
begin
  perform private.demand(workspace, 'editor');
  perform private.hold_journeys(workspace, array[journey], alone => true);
  -- Not `for update`: workers who write counts of this journey must not wait for one who waits for their enrollments.
  select status into current_status from public.journeys where workspace_id = workspace and id = journey for no key update;
  if current_status is null then
    raise exception 'No such journey' using errcode = 'PT404';
  end if;
  next_status := case
    when action = 'pause' and current_status = 'live' then 'paused'
    when action = 'resume' and current_status = 'paused' then 'live'
    when action in ('stop_finish', 'stop_now') and current_status in ('live', 'paused') then 'stopped'
    when action = 'stop_now' and current_status = 'stopped' then 'stopped'
  end;
  if next_status is null then
    raise exception 'A journey that is % cannot do "%"', current_status, action using errcode = 'PT409';
  end if;
  update public.journeys set status = next_status, updated_at = now() where workspace_id = workspace and id = journey;
  if action <> 'stop_now' then
    return 0;
  end if;
  return private.end_enrollments(workspace, coalesce((
    select array_agg(id) from public.enrollments
    where workspace_id = workspace and journey_id = journey and ended_at is null), '{}'), 'stopped', now());
end
$$;
grant execute on function public.set_journey_status to authenticated;
