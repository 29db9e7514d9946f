-- The triggers of live journeys that go by the clock: schedules, and dates of contacts. `last` and the occurrences are local
-- times without a zone; dates have neither, as each contact has its own.
create table private.schedules (
  workspace_id uuid not null,
  journey_id uuid not null,
  node_id text not null,
  trigger_data jsonb not null,
  planned_at timestamptz not null,
  last text not null,
  next_at timestamptz,
  primary key (workspace_id, journey_id, node_id),
  foreign key (workspace_id, journey_id) references public.journeys (workspace_id, id) on delete cascade
);
create index schedules_due on private.schedules (next_at) where next_at is not null;
alter table private.schedules enable row level security;
comment on column private.schedules.last is 'The occurrence up to which all are over.';
comment on column private.schedules.planned_at is 'Since when the schedule stands as it is: nobody enters for an instant before.';

-- Who is still to be signalled: the contacts of a segment, or everybody, in the order of their ids. So a million of them are
-- a row here and a bounded batch at a time.
create table private.roll_calls (
  workspace_id uuid not null,
  journey_id uuid not null,
  node_id text not null,
  occurrence text not null,
  name text not null,
  properties jsonb not null,
  segment_id uuid,
  member_since timestamptz,
  not_before timestamptz not null,
  instants jsonb not null,
  reached bigint not null default 0,
  primary key (workspace_id, journey_id, node_id, name, occurrence),
  foreign key (workspace_id, journey_id) references public.journeys (workspace_id, id) on delete cascade
);
alter table private.roll_calls enable row level security;
comment on column private.roll_calls.segment_id is 'Whose members are called; everybody where it is null.';
comment on column private.roll_calls.member_since is 'Called is who has been a member since then; all members where it is null.';
comment on column private.roll_calls.instants is 'When it happens by the contact''s zone; under the empty name for all other zones.';
comment on column private.roll_calls.reached is 'The last contact that was called.';

-- Looks at everybody's dates for triggers that let contacts in by one.
create function private.call_for_dates(triggers private.schedules[], clock timestamptz) returns void
  language sql set search_path = ''
as $$
  insert into private.roll_calls as open (workspace_id, journey_id, node_id, occurrence, name, properties, not_before, instants)
  select date.workspace_id, date.journey_id, date.node_id, 'everybody', '$date_reached', date.trigger_data, clock, '{}'
  from unnest(triggers) date where date.trigger_data ->> 'on' = 'date'
  on conflict (workspace_id, journey_id, node_id, name, occurrence) do update set reached = 0, not_before = excluded.not_before
$$;

-- Looks at the dates of contacts again whose date, or zone, has changed.
create function private.check_dates(workspace uuid, changes private.attribute_change[]) returns void
  language sql set search_path = ''
as $$
  select private.line_up_checks(array_agg(row(workspace, format('date:%s:%s', date.journey_id, date.node_id), change.contact_id,
    change.at)::private.due_check))
  from unnest(changes) change
  join private.schedules date on date.workspace_id = workspace and date.trigger_data ->> 'on' = 'date'
    and change.attribute in (date.trigger_data ->> 'attribute', 'time_zone')
$$;

-- Contacts without a zone of their own have the workspace's, and so have schedules.
create function private.replan_zoned() returns trigger language plpgsql security definer set search_path = ''
as $$
begin
  update private.schedules set next_at = now() where workspace_id = new.id and next_at is not null;
  perform private.call_for_dates(array_agg(date), now()) from private.schedules date where date.workspace_id = new.id;
  return null;
end
$$;
create trigger replan after update of time_zone on public.workspaces
  for each row when (new.time_zone is distinct from old.time_zone) execute function private.replan_zoned();

-- Writes down what the triggers of a version that goes live have planned, in the transaction that publishes it. A schedule
-- that stays as it was goes on, with who is still to be called; what is gone or different is forgotten.
create function private.plan_triggers(workspace uuid, journey uuid, clock timestamptz, plans jsonb, calls jsonb) returns void
  language plpgsql set search_path = ''
as $$
declare
  fresh private.schedules[];
begin
  delete from private.schedules old
  where old.workspace_id = workspace and old.journey_id = journey and not exists (
    select from jsonb_to_recordset(plans) plan (node text, trigger_data jsonb)
    where plan.node = old.node_id and plan.trigger_data = old.trigger_data);
  delete from private.roll_calls roll
  where roll.workspace_id = workspace and roll.journey_id = journey and (roll.name = '$segment_entered' or not exists (
    select from private.schedules kept
    where kept.workspace_id = workspace and kept.journey_id = journey and kept.node_id = roll.node_id));
  delete from private.signals signal
  where signal.workspace_id = workspace and signal.name = '$scheduled' and signal.properties ->> 'journey' = journey::text
    and not exists (
      select from private.schedules kept
      where kept.workspace_id = workspace and kept.journey_id = journey and kept.node_id = signal.properties ->> 'node');
  with planned as (
    insert into private.schedules (workspace_id, journey_id, node_id, trigger_data, planned_at, last, next_at)
    select workspace, journey, plan.node, plan.trigger_data, clock, plan.last, plan.next_at
    from jsonb_to_recordset(plans) plan (node text, trigger_data jsonb, last text, next_at timestamptz)
    on conflict do nothing
    returning schedules.*
  )
  select array_agg(planned) into fresh from planned;
  perform private.call_for_dates(fresh, clock);
  insert into private.roll_calls (workspace_id, journey_id, node_id, occurrence, name, properties, segment_id, member_since,
    not_before, instants)
  select workspace, journey, call.node, call.occurrence, call.name, call.properties, call.segment, clock, clock,
    jsonb_build_object('', clock)
  from jsonb_to_recordset(calls) call (node text, occurrence text, name text, properties jsonb, segment uuid);
end
$$;

-- A stopped journey plans nothing any more.
create function private.forget_plans() returns trigger language plpgsql set search_path = ''
as $$
begin
  delete from private.schedules where workspace_id = new.workspace_id and journey_id = new.id;
  delete from private.roll_calls where workspace_id = new.workspace_id and journey_id = new.id;
  return null;
end
$$;
create trigger forget_plans after update of status on public.journeys
  for each row when (new.status = 'stopped') execute function private.forget_plans();

-- Takes the schedules that are due, until the transaction ends. Of a paused journey too: what comes meanwhile is passed over.
create function private.claim_schedules(clock timestamptz, batch_size int)
  returns table (workspace_id uuid, journey_id uuid, node_id text, trigger_data jsonb, last text, is_live boolean,
    workspace_zone text, contact_zones text[])
  language sql set search_path = ''
as $$
  select due.workspace_id, due.journey_id, due.node_id, due.trigger_data, due.last, journey.status = 'live', tenant.time_zone,
    case when due.trigger_data ->> 'zone' = 'contact' then array(
      select distinct contact.time_zone from public.contacts contact
      where contact.workspace_id = due.workspace_id and contact.time_zone is not null) end
  from private.schedules due
  join public.journeys journey on journey.workspace_id = due.workspace_id and journey.id = due.journey_id
  join public.workspaces tenant on tenant.id = due.workspace_id
  where due.next_at <= clock
  order by due.next_at limit batch_size
  for update of due skip locked
$$;

-- Plans claimed schedules on, and begins to call the roll for what has become due.
create function private.advance_schedules(plans jsonb) returns void language plpgsql set search_path = ''
as $$
begin
  insert into private.roll_calls (workspace_id, journey_id, node_id, occurrence, name, properties, segment_id, not_before, instants)
  select due.workspace_id, due.journey_id, due.node_id, plan.due, '$scheduled',
    jsonb_build_object('journey', due.journey_id, 'node', due.node_id, 'occurrence', plan.due),
    (due.trigger_data ->> 'segment')::uuid, due.planned_at, plan.instants
  from jsonb_to_recordset(plans) plan (workspace_id uuid, journey_id uuid, node_id text, due text, instants jsonb)
  join private.schedules due using (workspace_id, journey_id, node_id)
  where plan.due is not null
  on conflict do nothing;
  update private.schedules schedule set last = plan.last, next_at = plan.next_at
  from jsonb_to_recordset(plans) plan (workspace_id uuid, journey_id uuid, node_id text, last text, next_at timestamptz)
  where schedule.workspace_id = plan.workspace_id and schedule.journey_id = plan.journey_id and schedule.node_id = plan.node_id;
end
$$;

-- Signals the next contacts of one roll call of a live journey, or looks at their dates. Answers how many there were; nothing
-- where none is open.
-- A signal's message id is made of the occurrence and the contact, so that nobody is let in twice for it.
create function private.call_roll(batch_size int) returns int language plpgsql set search_path = ''
as $$
declare
  roll private.roll_calls;
  called bigint[];
begin
  select open.* into roll from private.roll_calls open
  join public.journeys journey on journey.workspace_id = open.workspace_id and journey.id = open.journey_id
    and journey.status = 'live'
  order by open.not_before, open.node_id limit 1 for update of open skip locked;
  if roll.workspace_id is null then
    return null;
  end if;
  if roll.segment_id is null then
    called := array(select contact.id from public.contacts contact
      where contact.workspace_id = roll.workspace_id and contact.id > roll.reached order by contact.id limit batch_size);
  else
    called := array(select member.contact_id from public.segment_members member
      where member.workspace_id = roll.workspace_id and member.segment_id = roll.segment_id and member.contact_id > roll.reached
        and (roll.member_since is null or member.since <= roll.member_since)
      order by member.contact_id limit batch_size);
  end if;
  if roll.name = '$date_reached' then
    perform private.line_up_checks(array_agg(row(roll.workspace_id, format('date:%s:%s', roll.journey_id, roll.node_id),
      contact.id, roll.not_before)::private.due_check))
    from public.contacts contact
    where contact.workspace_id = roll.workspace_id and contact.id = any (called)
      and contact.attributes ? (roll.properties ->> 'attribute');
  else
    perform private.raise_signals(array_agg(row(roll.workspace_id,
      format('%s:%s:%s:%s:%s', roll.name, roll.journey_id, roll.node_id, roll.occurrence, contact.id), contact.id, roll.name,
      roll.properties, moment.at)::private.signal))
    from public.contacts contact
    cross join lateral (select coalesce(roll.instants ->> contact.time_zone, roll.instants ->> '')::timestamptz as at) moment
    where contact.workspace_id = roll.workspace_id and contact.id = any (called) and moment.at >= roll.not_before;
  end if;

  if cardinality(called) < batch_size then
    delete from private.roll_calls done where done.workspace_id = roll.workspace_id and done.journey_id = roll.journey_id
      and done.node_id = roll.node_id and done.name = roll.name and done.occurrence = roll.occurrence;
  else
    update private.roll_calls open set reached = called[cardinality(called)]
    where open.workspace_id = roll.workspace_id and open.journey_id = roll.journey_id and open.node_id = roll.node_id
      and open.name = roll.name and open.occurrence = roll.occurrence;
  end if;
  return cardinality(called);
end
$$;
