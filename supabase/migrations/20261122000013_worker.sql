-- Takes the enrollments that are due, with all that is known of their contacts, and locks them until the transaction ends:
-- the row locks are the lease, so a worker that dies gives them back at once. Paused journeys keep their people in place.
-- The contacts are locked with them: no event of theirs is stored while the worker decides without having seen it, and a
-- contact about whom events are just coming in is left for the next claim.
create function private.claim_enrollments(clock timestamptz, batch_size int)
  returns table (
    workspace_id uuid, id bigint, journey_id uuid, version int, contact_id bigint, node_id text, entered_at timestamptz,
    entry_event bigint, arrived_at timestamptz, arrived_seq bigint, visits int, attempts int, wake_at timestamptz,
    attributes jsonb, contact_zone text, workspace_zone text
  ) language plpgsql set search_path = '' set plan_cache_mode = force_custom_plan
as $$
begin
  return query
    select enrollment.workspace_id, enrollment.id, enrollment.journey_id, enrollment.version, enrollment.contact_id,
      enrollment.node_id, enrollment.entered_at, enrollment.entry_event, enrollment.arrived_at, enrollment.arrived_seq,
      enrollment.visits, enrollment.attempts, enrollment.wake_at,
      contact.attributes || jsonb_strip_nulls(jsonb_build_object('email', contact.email, 'locale', contact.locale, 'time_zone', contact.time_zone)),
      contact.time_zone, tenant.time_zone
    from public.enrollments enrollment
    join public.contacts contact on contact.workspace_id = enrollment.workspace_id and contact.id = enrollment.contact_id
    join public.workspaces tenant on tenant.id = enrollment.workspace_id
    -- A value and not an anti-join, of which the planner expects so few rows that it would sort everything that is due.
    where enrollment.wake_at <= clock and 'paused' is distinct from (
      select journey.status from public.journeys journey
      where journey.workspace_id = enrollment.workspace_id and journey.id = enrollment.journey_id)
    order by enrollment.wake_at
    limit batch_size
    for key share of contact skip locked
    for update of enrollment skip locked;
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

-- Writes down what a batch of runs did, in the transaction that claimed it: where each enrollment now stands, a log row per
-- finished visit, a delivery per message, and the counts of both.
create function private.commit_runs(runs jsonb) returns void language plpgsql set search_path = ''
as $$
declare
  stats private.stat[];
begin
  update public.enrollments enrollment set
    node_id = run.node_id, arrived_at = run.arrived_at, arrived_seq = run.arrived_seq, visits = run.visits,
    wake_at = run.wake_at, awaits = coalesce(run.awaits, '{}'), ended_at = run.ended_at, ended_because = run.ended_because,
    attempts = run.attempts, last_error = run.last_error
  from jsonb_to_recordset(runs) run (
    workspace_id uuid, id bigint, node_id text, arrived_at timestamptz, arrived_seq bigint, visits int, wake_at timestamptz,
    awaits text[], ended_at timestamptz, ended_because text, attempts int, last_error text)
  where enrollment.workspace_id = run.workspace_id and enrollment.id = run.id;

  with steps as (
    select enrollment.workspace_id, enrollment.id, enrollment.journey_id, enrollment.version, enrollment.contact_id,
      enrollment.locale, step.*
    from jsonb_to_recordset(runs) run (workspace_id uuid, id bigint, steps jsonb)
    cross join jsonb_to_recordset(run.steps) step (
      node_id text, visit int, arrived_at timestamptz, left_at timestamptz, port text, to_node text, because text)
    join public.enrollments enrollment on enrollment.workspace_id = run.workspace_id and enrollment.id = run.id
  ), logged as (
    insert into public.step_log (workspace_id, enrollment_id, journey_id, version, contact_id, locale, node_id, visit,
      arrived_at, left_at, port, to_node, because)
    select workspace_id, id, journey_id, version, contact_id, locale, node_id, visit, arrived_at, left_at, port, to_node, because
    from steps
  )
  select array_agg(counted.stat) into stats from (
    select row(workspace_id, journey_id, version, node_id, case when port is null then 'ended' else 'left' end,
      coalesce(port, because), locale, left_at, 0)::private.stat from steps
    union all
    select row(workspace_id, journey_id, version, to_node, 'arrived', '', locale, left_at, 0)::private.stat
    from steps where to_node is not null
  ) counted (stat);
  perform private.add_stats(stats);

  insert into public.deliveries (workspace_id, enrollment_id, journey_id, version, contact_id, node_id, visit, channel, topic, due_at)
  select enrollment.workspace_id, enrollment.id, enrollment.journey_id, enrollment.version, enrollment.contact_id,
    send.node_id, send.visit, send.channel, send.topic, send.due_at
  from jsonb_to_recordset(runs) run (workspace_id uuid, id bigint, sends jsonb)
  cross join jsonb_to_recordset(run.sends) send (node_id text, visit int, channel text, topic text, due_at timestamptz)
  join public.enrollments enrollment on enrollment.workspace_id = run.workspace_id and enrollment.id = run.id
  on conflict (workspace_id, enrollment_id, node_id, visit) do nothing;
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
