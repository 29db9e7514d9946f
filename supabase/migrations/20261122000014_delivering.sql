-- Takes messages that are due, under a lease: sending happens outside the database, and a worker that dies while it sends
-- loses the message to another once the lease is over.
create function private.claim_deliveries(clock timestamptz, batch_size int, worker uuid, lease_for interval)
  returns table (
    workspace_id uuid, id uuid, enrollment_id bigint, journey_id uuid, version int, contact_id bigint, node_id text, visit int,
    channel text, topic text, attempts int, email text, external_id text, locale text, contact_zone text, attributes jsonb,
    event jsonb, is_unsubscribed boolean, workspace_name text, workspace_zone text, source_locale text, locales jsonb
  ) language sql set search_path = ''
as $$
  with due as (
    select delivery.workspace_id, delivery.id from public.deliveries delivery
    where delivery.status = 'queued' and delivery.due_at <= clock
      and (delivery.leased_until is null or delivery.leased_until < now())
    order by delivery.due_at limit batch_size for update skip locked
  ), claimed as (
    update public.deliveries delivery set lease = worker, leased_until = now() + lease_for, attempts = delivery.attempts + 1
    from due where delivery.workspace_id = due.workspace_id and delivery.id = due.id
    returning delivery.*
  )
  select claimed.workspace_id, claimed.id, claimed.enrollment_id, claimed.journey_id, claimed.version, claimed.contact_id,
    claimed.node_id, claimed.visit, claimed.channel, claimed.topic, claimed.attempts, contact.email, contact.external_id,
    contact.locale, contact.time_zone, contact.attributes, event.properties,
    exists (select from public.consents consent where consent.workspace_id = claimed.workspace_id
      and consent.contact_id = claimed.contact_id and consent.channel = claimed.channel
      and consent.topic in ('*', claimed.topic) and not consent.subscribed),
    tenant.name, tenant.time_zone, tenant.source_locale,
    (select jsonb_agg(jsonb_build_object('locale', spoken.locale, 'fallbacks', spoken.fallbacks, 'timeZone', spoken.time_zone)
       order by spoken.position) from public.workspace_locales spoken where spoken.workspace_id = claimed.workspace_id)
  from claimed
  join public.contacts contact on contact.workspace_id = claimed.workspace_id and contact.id = claimed.contact_id
  join public.workspaces tenant on tenant.id = claimed.workspace_id
  join public.enrollments enrollment on enrollment.workspace_id = claimed.workspace_id and enrollment.id = claimed.enrollment_id
  left join public.events event on event.workspace_id = claimed.workspace_id and event.id = enrollment.entry_event
$$;

-- Writes down how sending went: `sent`, `skipped`, `failed` for good, or `retried` with the time to try again. Only rows
-- whose lease is still the worker's are changed; answers how many.
create function private.record_outcomes(outcomes jsonb, worker uuid, clock timestamptz) returns int
  language plpgsql set search_path = ''
as $$
declare
  changed private.stat[];
begin
  perform from public.deliveries delivery
  join jsonb_to_recordset(outcomes) outcome (workspace_id uuid, id uuid)
    on outcome.workspace_id = delivery.workspace_id and outcome.id = delivery.id
  order by delivery.workspace_id, delivery.id for update of delivery;
  with outcome as (
    select * from jsonb_to_recordset(outcomes) one (
      workspace_id uuid, id uuid, kind text, because text, locale text, locale_because text, address text,
      retry_at timestamptz, error text)
  ), updated as (
    update public.deliveries delivery set
      status = case outcome.kind when 'retried' then 'queued' else outcome.kind end,
      because = outcome.because, locale = outcome.locale, locale_because = outcome.locale_because, address = outcome.address,
      due_at = coalesce(outcome.retry_at, delivery.due_at), last_error = outcome.error,
      sent_at = case when outcome.kind = 'sent' then clock end, lease = null, leased_until = null
    from outcome
    where delivery.workspace_id = outcome.workspace_id and delivery.id = outcome.id
      and delivery.status = 'queued' and delivery.lease = worker
    returning delivery.workspace_id, delivery.id, delivery.journey_id, delivery.version, delivery.node_id, delivery.locale,
      outcome.kind, coalesce(outcome.because, outcome.error, '') as detail
  ), logged as (
    insert into public.delivery_log (workspace_id, delivery_id, at, kind, detail)
    select workspace_id, id, clock, kind, detail from updated
  )
  select array_agg(row(workspace_id, journey_id, version, node_id, kind,
    case when kind in ('skipped', 'failed') then detail else '' end, coalesce(locale, ''), clock, 0)::private.stat)
  into changed from updated;
  perform private.add_stats(array(select stat from unnest(changed) stat where stat.metric <> 'retried'));
  return coalesce(array_length(changed, 1), 0);
end
$$;

-- Writes down what is heard of messages afterwards: delivered, opened, clicked. A click implies an open, an open implies
-- delivery; each counts once per message, every repeat is logged.
create function private.record_signals(signals jsonb) returns int language plpgsql set search_path = ''
as $$
declare
  heard int;
begin
  with signal as (
    select one.*, array_position(array['delivered', 'opened', 'clicked'], one.kind) as rank
    from jsonb_to_recordset(signals) one (workspace_id uuid, delivery_id uuid, kind text, detail text, at timestamptz)
  ), first_heard as (
    select workspace_id, delivery_id, min(at) as delivered_at, min(at) filter (where rank >= 2) as opened_at,
      min(at) filter (where rank >= 3) as clicked_at
    from signal where rank is not null group by 1, 2
  ), before as (
    select delivery.* from public.deliveries delivery
    join first_heard on first_heard.workspace_id = delivery.workspace_id and first_heard.delivery_id = delivery.id
    order by delivery.workspace_id, delivery.id for update of delivery
  ), updated as (
    update public.deliveries delivery set
      delivered_at = coalesce(before.delivered_at, first_heard.delivered_at),
      opened_at = coalesce(before.opened_at, first_heard.opened_at),
      clicked_at = coalesce(before.clicked_at, first_heard.clicked_at)
    from before join first_heard on first_heard.workspace_id = before.workspace_id and first_heard.delivery_id = before.id
    where delivery.workspace_id = before.workspace_id and delivery.id = before.id
    returning delivery.*, before.delivered_at is null as newly_delivered,
      before.opened_at is null and delivery.opened_at is not null as newly_opened,
      before.clicked_at is null and delivery.clicked_at is not null as newly_clicked
  ), logged as (
    insert into public.delivery_log (workspace_id, delivery_id, at, kind, detail)
    select signal.workspace_id, signal.delivery_id, signal.at, signal.kind, coalesce(signal.detail, '')
    from signal join public.deliveries delivery
      on delivery.workspace_id = signal.workspace_id and delivery.id = signal.delivery_id
    order by signal.at
    returning 1
  ), counted (stat) as (
    select row(workspace_id, journey_id, version, node_id, 'delivered', '', coalesce(locale, ''), delivered_at, 0)::private.stat
    from updated where newly_delivered
    union all
    select row(workspace_id, journey_id, version, node_id, 'opened', '', coalesce(locale, ''), opened_at, 0)::private.stat
    from updated where newly_opened
    union all
    select row(workspace_id, journey_id, version, node_id, 'clicked', '', coalesce(locale, ''), clicked_at, 0)::private.stat
    from updated where newly_clicked
  ), added as (
    select private.add_stats(array_agg(stat)) from counted
  )
  select count(*) into heard from logged, added;
  return heard;
end
$$;

-- Takes a contact off a channel, or back on, through the link in a message; the message gets the credit. Answers false where
-- the message does not exist.
create function private.unsubscribe(workspace uuid, delivery uuid, wanted boolean, said_by text, clock timestamptz)
  returns boolean language plpgsql set search_path = ''
as $$
declare
  known public.deliveries;
begin
  perform private.take_turn(workspace, alone => false);
  select * into known from public.deliveries where workspace_id = workspace and id = delivery;
  if known.id is null then
    return false;
  end if;
  perform private.record_consent(workspace, known.contact_id, known.channel, '*', wanted, said_by, clock);
  if wanted then
    return true;
  end if;
  perform from public.deliveries where workspace_id = workspace and id = delivery for update;
  if not exists (select from public.delivery_log
    where workspace_id = workspace and delivery_id = delivery and kind = 'unsubscribed') then
    perform private.add_stats(array[row(workspace, known.journey_id, known.version, known.node_id, 'unsubscribed', '',
      coalesce(known.locale, ''), clock, 0)::private.stat]);
  end if;
  insert into public.delivery_log (workspace_id, delivery_id, at, kind, detail)
  values (workspace, delivery, clock, 'unsubscribed', said_by);
  return true;
end
$$;
