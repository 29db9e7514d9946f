create table public.journey_stats (
  workspace_id uuid not null,
  journey_id uuid not null,
  version int not null,
  node_id text not null,
  metric text not null,
  detail text not null,
  locale text not null,
  hour timestamptz not null,
  shard smallint not null,
  count bigint not null,
  value numeric not null default 0,
  primary key (workspace_id, journey_id, version, node_id, metric, detail, locale, hour, shard),
  foreign key (workspace_id, journey_id) references public.journeys (workspace_id, id) on delete cascade
) with (fillfactor = 70);
comment on table public.journey_stats is 'Hourly counts, written in the same transaction as the log rows they count.';
comment on column public.journey_stats.metric is 'entered (by which trigger); converted (whole journey, node_id empty); arrived, left, ended (steps); sent, delivered, opened, clicked, bounced, complained, unsubscribed, skipped, failed (messages).';
comment on column public.journey_stats.detail is 'The port of left; the reason of ended, skipped and failed; else empty.';
comment on column public.journey_stats.locale is 'Steps: the contact''s locale at entry. Messages: the locale sent. Empty where none is known.';
comment on column public.journey_stats.shard is 'Parallel workers count in rows of their own, so that they never wait for each other.';
comment on column public.journey_stats.value is 'Worth of the conversions counted in this row.';

alter table public.journey_stats enable row level security;
create policy "members see statistics" on public.journey_stats for select to authenticated
  using (workspace_id = any ((select private.my_workspaces('viewer'))::uuid[]));
grant select on public.journey_stats to authenticated;
grant all on public.journey_stats to service_role;

create table public.journey_counts (
  workspace_id uuid not null,
  journey_id uuid not null,
  version int not null,
  node_id text not null,
  metric text not null,
  detail text not null,
  locale text not null,
  shard smallint not null,
  count bigint not null,
  value numeric not null default 0,
  primary key (workspace_id, journey_id, version, node_id, metric, detail, locale, shard),
  foreign key (workspace_id, journey_id) references public.journeys (workspace_id, id) on delete cascade
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
comment on table public.journey_counts is 'The hourly counts added up over all hours, in the same transaction: what the canvas reads, at a cost that does not grow with time.';

alter table public.journey_counts enable row level security;
create policy "members see counts" on public.journey_counts for select to authenticated
  using (workspace_id = any ((select private.my_workspaces('viewer'))::uuid[]));
grant select on public.journey_counts to authenticated;
grant all on public.journey_counts to service_role;

create type private.stat as (
  workspace_id uuid, journey_id uuid, version int, node_id text, metric text, detail text, locale text, at timestamptz, value numeric
);
create type private.tally as (
  workspace_id uuid, journey_id uuid, version int, node_id text, metric text, detail text, locale text, hour timestamptz,
  count bigint, value numeric
);

-- Adds to the counts, by the hour and over all hours; a key comes once. Rows are written in the order of the key, so that two
-- writers never wait for each other in a circle.
create function private.add_tallies(tallies private.tally[]) returns void language sql set search_path = ''
as $$
  with hourly as (
    insert into public.journey_stats as known
      (workspace_id, journey_id, version, node_id, metric, detail, locale, hour, shard, count, value)
    select workspace_id, journey_id, version, node_id, metric, detail, locale, hour, pg_backend_pid() % 16, count, value
    from unnest(tallies) order by 1, 2, 3, 4, 5, 6, 7, 8
    on conflict (workspace_id, journey_id, version, node_id, metric, detail, locale, hour, shard)
    do update set count = known.count + excluded.count, value = known.value + excluded.value
  )
  insert into public.journey_counts as known
    (workspace_id, journey_id, version, node_id, metric, detail, locale, shard, count, value)
  select workspace_id, journey_id, version, node_id, metric, detail, locale, pg_backend_pid() % 16, sum(count), sum(value)
  from unnest(tallies) group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
  on conflict (workspace_id, journey_id, version, node_id, metric, detail, locale, shard)
  do update set count = known.count + excluded.count, value = known.value + excluded.value
$$;

-- Counts what happened, one by one.
create function private.add_stats(stats private.stat[]) returns void language sql set search_path = ''
as $$
  select private.add_tallies(array(
    select row(workspace_id, journey_id, version, node_id, metric, detail, locale, date_trunc('hour', at, 'UTC'), count(*),
      coalesce(sum(value), 0))::private.tally
    from unnest(stats)
    group by workspace_id, journey_id, version, node_id, metric, detail, locale, date_trunc('hour', at, 'UTC')))
$$;

-- Everything the canvas shows of a journey, per version, node and locale. Its cost depends on nodes, never on people or time.
create function public.journey_numbers(workspace uuid, journey uuid)
  returns table (version int, node_id text, metric text, detail text, locale text, count bigint, value numeric)
  language sql stable security invoker set search_path = ''
as $$
  select stat.version, stat.node_id, stat.metric, stat.detail, stat.locale, sum(stat.count)::bigint, sum(stat.value)
  from public.journey_counts stat
  where stat.workspace_id = workspace and stat.journey_id = journey
  group by 1, 2, 3, 4, 5
$$;
grant execute on function public.journey_numbers to authenticated;

-- How often each journey of a workspace was entered, where it ever was, and how many of the entries converted; null where
-- there is no goal to convert to. Read through an index of these
-- two counts alone, so that its cost depends on journeys, not on steps; `count` stays out of the index, because
-- counting up could otherwise not happen in place.
create index journey_counts_totals on public.journey_counts (workspace_id, journey_id) where metric in ('entered', 'converted');
create function public.journey_totals(workspace uuid)
  returns table (journey_id uuid, entered bigint, converted bigint)
  language sql stable security invoker set search_path = ''
as $$
  select total.journey_id, total.entered,
    case when total.converted > 0 or live.document #> '{settings,goal}' is not null then total.converted end
  from (
    select stat.journey_id, coalesce(sum(stat.count) filter (where stat.metric = 'entered'), 0)::bigint as entered,
      coalesce(sum(stat.count) filter (where stat.metric = 'converted'), 0)::bigint as converted
    from public.journey_counts stat
    where stat.workspace_id = workspace and stat.metric in ('entered', 'converted')
    group by 1
  ) total
  join public.journeys journey on journey.workspace_id = workspace and journey.id = total.journey_id
  left join public.journey_versions live on live.workspace_id = workspace and live.journey_id = journey.id
    and live.version = journey.live_version
$$;
grant execute on function public.journey_totals to authenticated;

-- The people behind one number, the newest first; `after_id` is the id of the last row of the page before.
create function public.journey_people(
  workspace uuid, journey uuid, metric text, node text default '', detail text default '',
  of_version int default null, after_id text default null, page_size int default 50
) returns table (id text, contact_id bigint, external_id text, email text, locale text, at timestamptz, because text)
  language sql stable security invoker set search_path = ''
as $$
  with found (id, contact_id, locale, at, because) as (
    select enrollment.id::text, enrollment.contact_id, enrollment.locale, enrollment.entered_at, ''
    from public.enrollments enrollment
    where journey_people.metric = 'entered' and enrollment.workspace_id = workspace and enrollment.journey_id = journey
      and (node = '' or enrollment.entry_node = node) and (of_version is null or enrollment.version = of_version)
    union all
    select enrollment.id::text, enrollment.contact_id, enrollment.locale, enrollment.converted_at, ''
    from public.enrollments enrollment
    where journey_people.metric = 'converted' and enrollment.workspace_id = workspace and enrollment.journey_id = journey
      and enrollment.converted_at is not null and (of_version is null or enrollment.version = of_version)
    union all
    select enrollment.id::text, enrollment.contact_id, enrollment.locale, enrollment.arrived_at, coalesce(enrollment.waiting_because, '')
    from public.enrollments enrollment
    where journey_people.metric = 'inStep' and enrollment.workspace_id = workspace and enrollment.journey_id = journey
      and enrollment.ended_at is null and enrollment.node_id = node and (of_version is null or enrollment.version = of_version)
    union all
    select step.id::text, step.contact_id, step.locale, step.left_at, step.because
    from public.step_log step
    where step.workspace_id = workspace and step.journey_id = journey and (of_version is null or step.version = of_version)
      and case journey_people.metric
        when 'arrived' then step.to_node = node
        when 'left' then step.node_id = node and step.port = journey_people.detail
        when 'ended' then step.node_id = node and step.port is null
          and (journey_people.detail = '' or step.because = journey_people.detail)
        else false
      end
    union all
    select delivery.id::text, delivery.contact_id, coalesce(delivery.locale, ''),
      coalesce(delivery.clicked_at, delivery.opened_at, delivery.delivered_at, delivery.sent_at, delivery.due_at),
      coalesce(delivery.because, '')
    from public.deliveries delivery
    where delivery.workspace_id = workspace and delivery.journey_id = journey and delivery.node_id = node
      and (of_version is null or delivery.version = of_version)
      and case journey_people.metric
        when 'sent' then delivery.sent_at is not null
        when 'delivered' then delivery.delivered_at is not null
        when 'opened' then delivery.opened_at is not null
        when 'clicked' then delivery.clicked_at is not null
        when 'bounced' then delivery.bounced_at is not null
        when 'complained' then delivery.complained_at is not null
        when 'skipped' then delivery.status = 'skipped' and (journey_people.detail = '' or delivery.because = journey_people.detail)
        when 'failed' then delivery.status = 'failed'
          and (journey_people.detail = '' or coalesce(delivery.because, delivery.last_error, '') = journey_people.detail)
        when 'unsubscribed' then exists (
          select from public.delivery_log log
          where log.workspace_id = workspace and log.delivery_id = delivery.id and log.kind = 'unsubscribed')
        else false
      end
  )
  select found.id, found.contact_id, contact.external_id, contact.email, found.locale, found.at, found.because
  from found join public.contacts contact on contact.workspace_id = workspace and contact.id = found.contact_id
  where after_id is null or (found.at, found.id) < (select page.at, page.id from found page where page.id = after_id)
  order by found.at desc, found.id desc
  limit least(page_size, 200)
$$;
grant execute on function public.journey_people to authenticated;
