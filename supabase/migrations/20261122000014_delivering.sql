-- Journeys with messages that are due, each with its part of a batch: shared out like the enrollments a worker claims.
create function private.due_senders(clock timestamptz, batch_size int) returns setof private.due_line
  language sql set search_path = '' set plan_cache_mode = force_custom_plan set enable_sort = off
as $$
  with due as (
    select journey.workspace_id, journey.id, first.due_at,
      row_number() over (partition by journey.workspace_id order by random()) as turn
    from public.journeys journey cross join lateral (
      select delivery.due_at from public.deliveries delivery
      where delivery.workspace_id = journey.workspace_id and delivery.journey_id = journey.id
        and delivery.status = 'queued' and delivery.due_at <= clock
        and (delivery.leased_until is null or delivery.leased_until < now())
      order by delivery.due_at limit 1) first
    where journey.live_version is not null
  ), drawn as (
    select * from due order by turn, random() limit 64
  )
  select workspace_id, id, due_at,
    greatest(1, batch_size / (select count(distinct workspace_id) from drawn)::int / count(*) over (partition by workspace_id)::int)
  from drawn
$$;

-- Locks so many of the messages of a journey that are due, the longest due first, and none of the known ones.
create function private.take_due_deliveries(line private.due_line, clock timestamptz, most int, known uuid[])
  returns table (workspace_id uuid, id uuid) language plpgsql set search_path = '' set plan_cache_mode = force_custom_plan set enable_sort = off
as $$
begin
  return query
    select delivery.workspace_id, delivery.id from public.deliveries delivery
    where delivery.workspace_id = line.workspace_id and delivery.journey_id = line.journey_id
      and delivery.status = 'queued' and delivery.due_at <= clock
      and (delivery.leased_until is null or delivery.leased_until < now()) and delivery.id <> all (known)
    order by delivery.due_at limit most for update skip locked;
end
$$;

-- Locks messages that are due: a part for every journey, and what is left of the batch for those that have waited longest.
create function private.take_deliveries(clock timestamptz, batch_size int)
  returns table (workspace_id uuid, id uuid) language plpgsql set search_path = ''
as $$
declare
  line private.due_line;
  unfinished private.due_line[] := '{}';
  found uuid[];
  taken uuid[] := '{}';
begin
  for line in select * from private.due_senders(clock, batch_size) order by due_since desc loop
    exit when cardinality(taken) >= batch_size;
    found := array(select one.id from private.take_due_deliveries(line, clock, least(line.share, batch_size - cardinality(taken)), '{}') one);
    taken := taken || found;
    if cardinality(found) = line.share then
      unfinished := unfinished || line;
    end if;
    return query select line.workspace_id, unnest(found);
  end loop;
  for line in select * from unnest(unfinished) order by due_since loop
    exit when cardinality(taken) >= batch_size;
    found := array(select one.id from private.take_due_deliveries(line, clock, batch_size - cardinality(taken), taken) one);
    taken := taken || found;
    return query select line.workspace_id, unnest(found);
  end loop;
end
$$;

-- Takes messages that are due, under a lease: sending happens outside the database, and a worker that dies while it sends
-- loses the message to another once the lease is over. That is counted as the same try: it says nothing about the message.
create function private.claim_deliveries(clock timestamptz, batch_size int, worker uuid, lease_for interval)
  returns table (
    workspace_id uuid, id uuid, enrollment_id bigint, journey_id uuid, version int, contact_id bigint, node_id text, visit int,
    channel text, topic text, attempts int, email text, external_id text, locale text, contact_zone text, attributes jsonb,
    event jsonb, subscription text, by_default text, is_suppressed boolean, workspace_name text, workspace_zone text, source_locale text, locales jsonb
  ) language sql set search_path = ''
as $$
  with claimed as (
    update public.deliveries delivery set lease = worker, leased_until = now() + lease_for,
      attempts = delivery.attempts + (delivery.lease is null)::int
    from private.take_deliveries(clock, batch_size) due where delivery.workspace_id = due.workspace_id and delivery.id = due.id
    returning delivery.*
  )
  select claimed.workspace_id, claimed.id, claimed.enrollment_id, claimed.journey_id, claimed.version, claimed.contact_id,
    claimed.node_id, claimed.visit, claimed.channel, claimed.topic, claimed.attempts, contact.email, contact.external_id,
    contact.locale, contact.time_zone, contact.attributes, event.properties,
    private.subscription(claimed.workspace_id, claimed.contact_id, claimed.channel, claimed.topic),
    coalesce((select topic.by_default from public.topics topic
      where topic.workspace_id = claimed.workspace_id and topic.id = claimed.topic), 'subscribed'),
    private.is_suppressed(claimed.workspace_id, claimed.channel, contact.email),
    tenant.name, tenant.time_zone, tenant.source_locale,
    (select jsonb_agg(jsonb_build_object('locale', spoken.locale, 'fallbacks', spoken.fallbacks, 'timeZone', spoken.time_zone)
       order by spoken.position) from public.workspace_locales spoken where spoken.workspace_id = claimed.workspace_id)
  from claimed
  join public.contacts contact on contact.workspace_id = claimed.workspace_id and contact.id = claimed.contact_id
  join public.workspaces tenant on tenant.id = claimed.workspace_id
  join public.enrollments enrollment on enrollment.workspace_id = claimed.workspace_id and enrollment.id = claimed.enrollment_id
  left join public.events event on event.workspace_id = claimed.workspace_id and event.id = enrollment.entry_event
$$;

-- Sends nothing to these addresses any more. Why the first time is what stays.
create function private.suppress(blocked public.suppressions[]) returns void language sql set search_path = ''
as $$
  insert into public.suppressions (workspace_id, channel, address, because, at)
  select workspace_id, channel, lower(address), because, min(at) from unnest(blocked)
  where address is not null and channel = 'email'
  group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (workspace_id, channel, address) do nothing
$$;

create type private.heard as (workspace_id uuid, delivery_id uuid, kind text, url text, at timestamptz);

-- Tells journeys and segments what became of messages, once for each message and kind.
create function private.tell_of_messages(heard private.heard[]) returns void language sql set search_path = ''
as $$
  select private.raise_signals(array_agg(row(delivery.workspace_id, format('message:%s:%s', delivery.id, one.kind),
    delivery.contact_id, '$message_' || one.kind, jsonb_strip_nulls(jsonb_build_object('journey', delivery.journey_id,
      'node', delivery.node_id, 'delivery', delivery.id, 'channel', delivery.channel, 'topic', delivery.topic,
      'url', nullif(one.url, ''))), one.at)::private.signal))
  from unnest(heard) one
  join public.deliveries delivery on delivery.workspace_id = one.workspace_id and delivery.id = one.delivery_id
    and delivery.channel not in ('webhook', 'task')
$$;

-- Writes down how sending went: `sent`, `skipped`, `failed` for good, or `retried` with the time to try again. An address that
-- the other side refused for good is not written to any more. What was only held back for the provider's pace was no
-- try, for three days. Only
-- rows whose lease is still the worker's are changed; answers how many.
create function private.record_outcomes(outcomes jsonb, worker uuid, clock timestamptz) returns int
  language plpgsql set search_path = ''
as $$
declare
  changed private.stat[];
  heard private.heard[];
  blocked public.suppressions[];
begin
  perform from public.deliveries delivery
  join jsonb_to_recordset(outcomes) outcome (workspace_id uuid, id uuid)
    on outcome.workspace_id = delivery.workspace_id and outcome.id = delivery.id
  -- Not `for update`: whoever adds to the log of a message meanwhile must not be waited for in a circle.
  order by delivery.workspace_id, delivery.id for no key update of delivery;
  with outcome as (
    select * from jsonb_to_recordset(outcomes) one (
      workspace_id uuid, id uuid, kind text, because text, locale text, locale_because text, address text,
      retry_at timestamptz, error text, is_bounce boolean, is_held boolean, provider_message text)
  ), updated as (
    update public.deliveries delivery set
      status = case outcome.kind when 'retried' then 'queued' else outcome.kind end,
      because = outcome.because, locale = outcome.locale, locale_because = outcome.locale_because, address = outcome.address,
      due_at = coalesce(outcome.retry_at, delivery.due_at), last_error = outcome.error,
      attempts = delivery.attempts - (coalesce(outcome.is_held, false) and not exists (select from public.delivery_log log
        where log.workspace_id = delivery.workspace_id and log.delivery_id = delivery.id and log.kind = 'retried'
          and log.at < clock - interval '3 days'))::int,
      sent_at = case when outcome.kind = 'sent' then clock end,
      bounced_at = case when outcome.is_bounce then clock end, lease = null, leased_until = null
    from outcome
    where delivery.workspace_id = outcome.workspace_id and delivery.id = outcome.id
      and delivery.status = 'queued' and delivery.lease = worker
    returning delivery.workspace_id, delivery.id, delivery.journey_id, delivery.version, delivery.node_id, delivery.locale,
      delivery.channel, delivery.address, outcome.kind, coalesce(outcome.is_bounce, false) as is_bounce,
      coalesce(outcome.because, outcome.error, outcome.provider_message, '') as detail
  ), logged as (
    insert into public.delivery_log (workspace_id, delivery_id, at, kind, detail)
    select workspace_id, id, clock, kind, detail from updated
    union all
    select workspace_id, id, clock, 'bounced', detail from updated where is_bounce
  )
  select
    array_agg(row(workspace_id, journey_id, version, node_id, kind,
      case when kind in ('skipped', 'failed') then detail else '' end, coalesce(locale, ''), clock, 0)::private.stat)
      filter (where channel not in ('webhook', 'task')),
    array_agg(row(workspace_id, id, case when is_bounce then 'bounced' else 'sent' end, null, clock)::private.heard)
      filter (where is_bounce or kind = 'sent'),
    array_agg(row(workspace_id, channel, address, 'hardBounce', clock)::public.suppressions) filter (where is_bounce)
  into changed, heard, blocked from updated;
  perform private.add_stats(array(select stat from unnest(changed) stat where stat.metric <> 'retried'));
  perform private.suppress(blocked);
  perform private.tell_of_messages(heard);
  return coalesce(array_length(changed, 1), 0);
end
$$;

-- Writes down what is heard of messages afterwards: delivered, opened, clicked, bounced for good, complained of. A click implies
-- an open, an open implies delivery; each counts once per message, every repeat is logged. A bounce or complaint blocks the
-- address, a complaint is the wish to hear nothing more.
create function private.record_signals(signals jsonb) returns int language plpgsql set search_path = ''
as $$
declare
  logged int;
  counted private.stat[];
  heard private.heard[];
  blocked public.suppressions[];
  complaint public.deliveries;
begin
  insert into public.delivery_log (workspace_id, delivery_id, at, kind, detail)
  select signal.workspace_id, signal.delivery_id, signal.at, signal.kind, coalesce(signal.detail, '')
  from jsonb_to_recordset(signals) signal (workspace_id uuid, delivery_id uuid, kind text, detail text, at timestamptz)
  join public.deliveries delivery on delivery.workspace_id = signal.workspace_id and delivery.id = signal.delivery_id
    and delivery.contact_id is not null
  order by signal.at;
  get diagnostics logged = row_count;

  with signal as (
    select one.*, array_position(array['delivered', 'opened', 'clicked'], one.kind) as rank
    from jsonb_to_recordset(signals) one (workspace_id uuid, delivery_id uuid, kind text, detail text, at timestamptz)
  ), first_heard as (
    select workspace_id, delivery_id, min(at) filter (where rank >= 1) as delivered_at, min(at) filter (where rank >= 2) as opened_at,
      min(at) filter (where rank >= 3) as clicked_at, min(at) filter (where kind = 'bounced') as bounced_at,
      min(at) filter (where kind = 'complained') as complained_at,
      (array_agg(detail order by at) filter (where rank >= 3))[1] as url
    from signal group by 1, 2
  ), before as (
    select delivery.* from public.deliveries delivery
    join first_heard on first_heard.workspace_id = delivery.workspace_id and first_heard.delivery_id = delivery.id
    -- Of an erased contact nothing more is heard.
    where delivery.contact_id is not null
    order by delivery.workspace_id, delivery.id for no key update of delivery
  ), updated as (
    update public.deliveries delivery set
      delivered_at = coalesce(before.delivered_at, first_heard.delivered_at),
      opened_at = coalesce(before.opened_at, first_heard.opened_at),
      clicked_at = coalesce(before.clicked_at, first_heard.clicked_at),
      bounced_at = coalesce(before.bounced_at, first_heard.bounced_at),
      complained_at = coalesce(before.complained_at, first_heard.complained_at)
    from before join first_heard on first_heard.workspace_id = before.workspace_id and first_heard.delivery_id = before.id
    where delivery.workspace_id = before.workspace_id and delivery.id = before.id
    returning delivery.*, first_heard.url, before.delivered_at as old_delivered, before.opened_at as old_opened,
      before.clicked_at as old_clicked, before.bounced_at as old_bounced, before.complained_at as old_complained
  ), news as (
    select updated.*, new.kind, new.at
    from updated cross join lateral (values
      ('delivered', updated.delivered_at, updated.old_delivered), ('opened', updated.opened_at, updated.old_opened),
      ('clicked', updated.clicked_at, updated.old_clicked), ('bounced', updated.bounced_at, updated.old_bounced),
      ('complained', updated.complained_at, updated.old_complained)) new (kind, at, before)
    where new.at is not null and new.before is null
  )
  select
    array_agg(row(workspace_id, journey_id, version, node_id, kind, '', coalesce(locale, ''), at, 0)::private.stat),
    array_agg(row(workspace_id, id, kind, case kind when 'clicked' then url end, at)::private.heard),
    array_agg(row(workspace_id, channel, address, case kind when 'bounced' then 'hardBounce' else 'complaint' end, at)::public.suppressions)
      filter (where kind in ('bounced', 'complained'))
  into counted, heard, blocked from news;
  perform private.add_stats(counted);
  perform private.suppress(blocked);
  perform private.tell_of_messages(heard);
  for complaint in
    select delivery.* from unnest(heard) one
    join public.deliveries delivery on delivery.workspace_id = one.workspace_id and delivery.id = one.delivery_id
    where one.kind = 'complained' order by delivery.workspace_id, delivery.contact_id
  loop
    perform private.record_consent(complaint.workspace_id, complaint.contact_id, complaint.channel, '*', false, 'complaint',
      complaint.complained_at);
  end loop;
  return logged;
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
  if known.contact_id is null then
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

-- What a contact chooses on the page that their mail leads to: the topics they want, of those the page showed. Whoever wants one
-- is back on the channel.
create function private.choose_topics(workspace uuid, contact bigint, shown text[], wanted text[], clock timestamptz)
  returns void language plpgsql set search_path = ''
as $$
declare
  one text;
begin
  perform private.take_turn(workspace, alone => false);
  if cardinality(wanted) > 0 and private.subscription(workspace, contact, 'email', '*') <> 'subscribed' then
    perform private.record_consent(workspace, contact, 'email', '*', true, 'link', clock);
  end if;
  for one in select topic.id from public.topics topic where topic.workspace_id = workspace and topic.id = any (shown) order by 1 loop
    if (private.subscription(workspace, contact, 'email', one) = 'subscribed') <> (one = any (wanted)) then
      perform private.record_consent(workspace, contact, 'email', one, one = any (wanted), 'link', clock);
    end if;
  end loop;
end
$$;

-- Takes confirmations that are to be asked for, under a lease like messages. The address is null where nothing may be sent.
create function private.claim_confirmations(clock timestamptz, batch_size int, worker uuid, lease_for interval)
  returns table (workspace_id uuid, contact_id bigint, channel text, topic text, attempts int, email text, locale text,
    workspace_name text, source_locale text, topic_name text, topic_translations jsonb)
  language sql set search_path = ''
as $$
  with due as (
    select asked.workspace_id, asked.contact_id, asked.channel, asked.topic from private.confirmations asked
    where asked.sent_at is null and asked.due_at <= clock and (asked.leased_until is null or asked.leased_until < now())
    order by asked.due_at limit batch_size for update skip locked
  ), claimed as (
    update private.confirmations asked set lease = worker, leased_until = now() + lease_for,
      attempts = asked.attempts + (asked.lease is null)::int
    from due where asked.workspace_id = due.workspace_id and asked.contact_id = due.contact_id
      and asked.channel = due.channel and asked.topic = due.topic
    returning asked.*
  )
  select claimed.workspace_id, claimed.contact_id, claimed.channel, claimed.topic, claimed.attempts,
    case when not private.is_suppressed(claimed.workspace_id, claimed.channel, contact.email) then contact.email end,
    contact.locale, tenant.name, tenant.source_locale, topic.name, topic.translations
  from claimed
  join public.contacts contact on contact.workspace_id = claimed.workspace_id and contact.id = claimed.contact_id
  join public.workspaces tenant on tenant.id = claimed.workspace_id
  join public.topics topic on topic.workspace_id = claimed.workspace_id and topic.id = claimed.topic
$$;

-- Writes down how asking went: when it was sent, or when to try again. What is given up is over.
create function private.record_confirmations(outcomes jsonb, worker uuid, clock timestamptz) returns void
  language plpgsql set search_path = ''
as $$
begin
  update private.confirmations asked set lease = null, leased_until = null, due_at = coalesce(outcome.retry_at, asked.due_at),
    attempts = asked.attempts - coalesce(outcome.is_held, false)::int, sent_at = case when outcome.retry_at is null then clock end
  from jsonb_to_recordset(outcomes) outcome (workspace_id uuid, contact_id bigint, channel text, topic text,
    retry_at timestamptz, is_held boolean)
  where asked.workspace_id = outcome.workspace_id and asked.contact_id = outcome.contact_id
    and asked.channel = outcome.channel and asked.topic = outcome.topic and asked.lease = worker;
  perform private.suppress(array_agg(row(workspace_id, channel, address, 'hardBounce', clock)::public.suppressions))
  from jsonb_to_recordset(outcomes) outcome (workspace_id uuid, channel text, address text, is_bounce boolean)
  where outcome.is_bounce;
end
$$;

-- Confirms a subscription that was asked for at this address; says whether there was one to confirm, or it was confirmed before.
create function private.confirm_subscription(workspace uuid, contact bigint, on_channel text, of_topic text, address text,
  clock timestamptz) returns boolean language plpgsql set search_path = ''
as $$
declare
  stands text;
begin
  perform private.take_turn(workspace, alone => false);
  select consent.state into stands from public.consents consent
  join public.contacts known on known.workspace_id = workspace and known.id = contact and lower(known.email) = lower(address)
  where consent.workspace_id = workspace and consent.contact_id = contact and consent.channel = on_channel
    and consent.topic = of_topic;
  if stands = 'pending' then
    perform private.record_consent(workspace, contact, on_channel, of_topic, true, 'confirmed', clock);
  end if;
  return coalesce(stands in ('pending', 'subscribed'), false);
end
$$;
