-- Those the worker has trouble with, next to none: tried again after an error, or given up.
create index enrollments_in_trouble on public.enrollments (workspace_id, id)
  where ended_at is null and (wake_at is null or attempts > 0);
create index deliveries_in_trouble on public.deliveries (workspace_id, due_at, id)
  where status = 'failed' or (status = 'queued' and last_error is not null);
create index journey_stats_by_hour on public.journey_stats (workspace_id, hour);

-- What is counted below is counted as far as this, so that to ask costs little however bad things are.
create function private.counted_at_most() returns int language sql immutable set search_path = '' as $$ select 10000 $$;

-- How the worker gets on, in one workspace or, for null, in all: per kind of work since when something has been due and how much
-- is, what is being tried again, what was given up, and what was done since the beginning of the hour before this one. Whoever is
-- due in a paused journey is not.
create function private.work(clock timestamptz, of_workspace uuid)
  returns table (kind text, due_since timestamptz, due bigint, retrying bigint, given_up bigint, done bigint)
  language sql stable set search_path = '' set plan_cache_mode = force_custom_plan set enable_sort = off
as $$
  with tenant as materialized (
    select workspace.id from public.workspaces workspace where of_workspace is null or workspace.id = of_workspace
  ), journey as materialized (
    select running.workspace_id, running.id, running.status from public.journeys running
    join tenant on tenant.id = running.workspace_id where running.live_version is not null
  ), recent as materialized (
    select stat.metric, sum(stat.count)::bigint as count from tenant
    join public.journey_stats stat on stat.workspace_id = tenant.id
    where stat.hour >= date_trunc('hour', clock, 'UTC') - interval '1 hour' group by 1
  )
  select 'enrollments',
    (select min(first.wake_at) from journey cross join lateral (
      select one.wake_at from public.enrollments one
      where one.workspace_id = journey.workspace_id and one.journey_id = journey.id and one.wake_at <= clock
      order by one.wake_at limit 1) first where journey.status <> 'paused'),
    (select count(*) from (select from journey cross join lateral (
      select from public.enrollments one
      where one.workspace_id = journey.workspace_id and one.journey_id = journey.id and one.wake_at <= clock
      limit private.counted_at_most()) one where journey.status <> 'paused' limit private.counted_at_most()) many),
    (select count(*) from (select from tenant join public.enrollments one on one.workspace_id = tenant.id
      where one.ended_at is null and one.wake_at is not null and one.attempts > 0 limit private.counted_at_most()) many),
    (select count(*) from (select from tenant join public.enrollments one on one.workspace_id = tenant.id
      where one.ended_at is null and one.wake_at is null limit private.counted_at_most()) many),
    (select coalesce(sum(recent.count), 0)::bigint from recent where recent.metric in ('left', 'ended'))
  union all
  select 'deliveries',
    (select min(first.due_at) from journey cross join lateral (
      select one.due_at from public.deliveries one
      where one.workspace_id = journey.workspace_id and one.journey_id = journey.id and one.status = 'queued' and one.due_at <= clock
      order by one.due_at limit 1) first),
    (select count(*) from (select from journey cross join lateral (
      select from public.deliveries one
      where one.workspace_id = journey.workspace_id and one.journey_id = journey.id and one.status = 'queued' and one.due_at <= clock
      limit private.counted_at_most()) one limit private.counted_at_most()) many),
    (select count(*) from (select from tenant join public.deliveries one on one.workspace_id = tenant.id
      where one.status = 'queued' and one.last_error is not null limit private.counted_at_most()) many),
    (select count(*) from (select from tenant join public.deliveries one on one.workspace_id = tenant.id
      where one.status = 'failed' limit private.counted_at_most()) many),
    (select coalesce(sum(recent.count), 0)::bigint from recent where recent.metric = 'sent')
  union all
  select 'signals',
    (select min(first.at) from tenant cross join lateral (
      select one.at from private.signals one where one.workspace_id = tenant.id and one.at <= clock order by one.at limit 1) first),
    (select count(*) from (select from tenant join private.signals one on one.workspace_id = tenant.id
      where one.at <= clock limit private.counted_at_most()) many), 0, 0, 0
$$;

-- Numbers for whoever watches an installation: those of `work`, of all workspaces together, the looks at contacts that are due, and
-- what journeys counted since the beginning of the hour before this one. The sizes of tables are estimates of the database's.
create function private.metrics(clock timestamptz) returns table (name text, labels jsonb, value float8)
  language sql stable set search_path = '' set plan_cache_mode = force_custom_plan
as $$
  with work as materialized (select * from private.work(clock, null)),
  checks as materialized (
    select min(first.due_at) as due_since, (
      select count(*) from (select from public.workspaces tenant
        join private.checks one on one.workspace_id = tenant.id and one.due_at <= clock limit private.counted_at_most()) many) as due
    from public.workspaces tenant cross join lateral (
      select one.due_at from private.checks one where one.workspace_id = tenant.id and one.due_at <= clock
      order by one.due_at limit 1) first
  )
  select known.name, jsonb_build_object('kind', work.kind), known.value
  from work cross join lateral (values
    ('lag_seconds', coalesce(extract(epoch from clock - work.due_since), 0)::float8), ('due', work.due::float8),
    ('retrying', work.retrying::float8), ('given_up', work.given_up::float8)) known (name, value)
  where work.kind <> 'signals' or known.name in ('lag_seconds', 'due')
  union all
  select known.name, '{"kind": "checks"}', known.value from checks cross join lateral (values
    ('lag_seconds', coalesce(extract(epoch from clock - checks.due_since), 0)::float8), ('due', checks.due::float8)) known (name, value)
  union all
  select 'counted', jsonb_build_object('metric', stat.metric), sum(stat.count)::float8 from public.workspaces tenant
  join public.journey_stats stat on stat.workspace_id = tenant.id
    and stat.hour >= date_trunc('hour', clock, 'UTC') - interval '1 hour'
  group by stat.metric
  union all
  select 'journeys', jsonb_build_object('status', journey.status), count(*)::float8 from public.journeys journey group by journey.status
  union all
  select 'waiting_estimate', jsonb_build_object('kind', case size.relname when 'enrollments_due' then 'enrollments' else 'deliveries' end),
    greatest(size.reltuples, 0)::float8
  from pg_catalog.pg_class size where size.oid in ('public.enrollments_due'::regclass, 'public.deliveries_due'::regclass)
$$;

-- What the page of operations shows of a workspace.
create function public.operations(workspace uuid)
  returns table (kind text, due_since timestamptz, due bigint, retrying bigint, given_up bigint, done bigint)
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.demand(workspace, 'admin');
  return query select * from private.work(now(), workspace);
end
$$;
grant execute on function public.operations to authenticated;

-- Contacts the worker gave up on after repeated errors, the newest first; `before_id` is the id of the last row of the page before.
create function public.stuck_enrollments(workspace uuid, before_id bigint default null, page_size int default 20)
  returns table (id bigint, journey_id uuid, journey_name text, contact_id bigint, external_id text, email text, node_id text,
    arrived_at timestamptz, last_error text)
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.demand(workspace, 'admin');
  return query
    select stuck.id, stuck.journey_id, journey.name, stuck.contact_id, contact.external_id, contact.email, stuck.node_id,
      stuck.arrived_at, stuck.last_error
    from public.enrollments stuck
    join public.journeys journey on journey.workspace_id = workspace and journey.id = stuck.journey_id
    left join public.contacts contact on contact.workspace_id = workspace and contact.id = stuck.contact_id
    where stuck.workspace_id = workspace and stuck.ended_at is null and stuck.wake_at is null
      and (before_id is null or stuck.id < before_id)
    order by stuck.id desc limit least(page_size, 100);
end
$$;
grant execute on function public.stuck_enrollments to authenticated;

-- What was given up on its way out, the newest first. What an erased contact was sent is not among it: nothing can be sent again.
create function public.failed_deliveries(workspace uuid, page_size int default 20)
  returns table (id uuid, journey_id uuid, journey_name text, contact_id bigint, external_id text, email text, node_id text,
    channel text, due_at timestamptz, because text, last_error text)
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.demand(workspace, 'admin');
  return query
    select failed.id, failed.journey_id, journey.name, failed.contact_id, contact.external_id, contact.email, failed.node_id,
      failed.channel, failed.due_at, failed.because, failed.last_error
    from public.deliveries failed
    join public.journeys journey on journey.workspace_id = workspace and journey.id = failed.journey_id
    join public.contacts contact on contact.workspace_id = workspace and contact.id = failed.contact_id
    where failed.workspace_id = workspace and failed.status = 'failed'
    order by failed.due_at desc, failed.id limit least(page_size, 100);
end
$$;
grant execute on function public.failed_deliveries to authenticated;

-- Lets the worker go on with contacts it gave up on, these or, for null, all; as many as it can at once. Answers how many.
create function public.retry_enrollments(workspace uuid, enrollments bigint[] default null) returns int
  language plpgsql security definer set search_path = ''
as $$
declare
  moved int;
begin
  perform private.demand(workspace, 'admin');
  with stuck as (
    select one.id from public.enrollments one
    where one.workspace_id = workspace and one.ended_at is null and one.wake_at is null
      and (retry_enrollments.enrollments is null or one.id = any (retry_enrollments.enrollments))
    order by one.id limit private.counted_at_most() for update skip locked
  )
  update public.enrollments one set wake_at = now(), attempts = 0, last_error = null
  from stuck where one.workspace_id = workspace and one.id = stuck.id;
  get diagnostics moved = row_count;
  return moved;
end
$$;
grant execute on function public.retry_enrollments to authenticated;

-- Ends the way of contacts the worker gave up on, these or, for null, all; as many as it can at once. They may come in again.
create function public.end_stuck_enrollments(workspace uuid, enrollments bigint[] default null) returns int
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.demand(workspace, 'admin');
  return private.end_enrollments(workspace, array(
    select one.id from public.enrollments one
    where one.workspace_id = workspace and one.ended_at is null and one.wake_at is null
      and (end_stuck_enrollments.enrollments is null or one.id = any (end_stuck_enrollments.enrollments))
    order by one.id limit private.counted_at_most() for update), 'removedByHand', now());
end
$$;
grant execute on function public.end_stuck_enrollments to authenticated;

-- Lines up again what was given up on its way out, these or, for null, all; as many as it can at once. Who has unsubscribed or is
-- blocked by now is left out when it is sent. That a message failed no longer counts, as it no longer has. Answers how many.
create function public.retry_deliveries(workspace uuid, deliveries uuid[] default null) returns int
  language plpgsql security definer set search_path = ''
as $$
declare
  again public.deliveries[];
begin
  perform private.demand(workspace, 'admin');
  again := array(
    select one from public.deliveries one
    where one.workspace_id = workspace and one.status = 'failed' and one.contact_id is not null
      and (retry_deliveries.deliveries is null or one.id = any (retry_deliveries.deliveries))
    order by one.due_at, one.id limit private.counted_at_most() for update skip locked);
  update public.deliveries one set status = 'queued', due_at = now(), attempts = 0, because = null, last_error = null
  from unnest(again) known where one.workspace_id = workspace and one.id = known.id;
  perform private.add_tallies(array(
    select row(workspace, known.journey_id, known.version, known.node_id, 'failed', failure.detail, coalesce(known.locale, ''),
      date_trunc('hour', failure.at, 'UTC'), -count(*), 0)::private.tally
    from unnest(again) known cross join lateral (
      select log.at, log.detail from public.delivery_log log
      where log.workspace_id = workspace and log.delivery_id = known.id and log.kind = 'failed'
      order by log.id desc limit 1) failure
    where known.channel not in ('webhook', 'task')
    group by known.journey_id, known.version, known.node_id, failure.detail, coalesce(known.locale, ''),
      date_trunc('hour', failure.at, 'UTC')));
  insert into public.delivery_log (workspace_id, delivery_id, at, kind, detail)
  select workspace, known.id, now(), 'retried', 'byHand' from unnest(again) known;
  return cardinality(again);
end
$$;
grant execute on function public.retry_deliveries to authenticated;
