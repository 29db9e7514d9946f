create table public.segments (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null check (length(trim(name)) between 1 and 200),
  rule jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
comment on table public.segments is 'A group of contacts: by a rule, or a list filled by hand and by journeys.';
comment on column public.segments.rule is 'Who is in it; null where it is a list.';

create table public.segment_members (
  workspace_id uuid not null,
  segment_id uuid not null,
  contact_id bigint not null,
  since timestamptz not null,
  primary key (workspace_id, segment_id, contact_id),
  foreign key (workspace_id, segment_id) references public.segments (workspace_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references public.contacts (workspace_id, id) on delete cascade
);
create index segment_members_of_contact on public.segment_members (workspace_id, contact_id);
comment on table public.segment_members is 'Who is in a segment or list now, and since when.';

alter table public.segments enable row level security;
alter table public.segment_members enable row level security;
create policy "members see segments" on public.segments for select to authenticated
  using (workspace_id = any ((select private.my_workspaces('viewer'))::uuid[]));
create policy "members see who is in a segment" on public.segment_members for select to authenticated
  using (workspace_id = any ((select private.my_workspaces('viewer'))::uuid[]));
grant select on public.segments, public.segment_members to authenticated;
grant all on public.segments, public.segment_members to service_role;

-- How a contact stands to a topic of a channel, or to all that the channel sends (`*`): subscribed, pending or unsubscribed.
-- Who left the whole channel left each of its topics.
create function private.subscription(workspace uuid, contact bigint, on_channel text, of_topic text) returns text
  language sql stable set search_path = ''
as $$
  select case when coalesce(bool_and(consent.subscribed), true) then 'subscribed' else 'unsubscribed' end
  from public.consents consent
  where consent.workspace_id = workspace and consent.contact_id = contact and consent.channel = on_channel
    and consent.topic in ('*', of_topic)
$$;

-- How a contact stands to every topic there is, by `channel:topic`.
create function private.subscriptions(workspace uuid, contact bigint) returns jsonb
  language sql stable set search_path = ''
as $$
  select coalesce(jsonb_object_agg('email:' || topic.name, private.subscription(workspace, contact, 'email', topic.name)), '{}')
  from (select '*' as name union select consent.topic from public.consents consent
    where consent.workspace_id = workspace and consent.contact_id = contact) topic
$$;

-- Says whether nothing may be sent to an address any more.
create function private.is_suppressed(workspace uuid, on_channel text, of_address text) returns boolean
  language sql stable set search_path = ''
as $$
  select false
$$;

-- What was lately handed over to a contact, oldest first, as far back as the policy's caps look.
create function private.lately_sent(workspace uuid, contact bigint, policy jsonb) returns jsonb
  language sql stable set search_path = ''
as $$
  select jsonb_agg(jsonb_build_object('at', delivery.due_at, 'channel', delivery.channel, 'capClass', delivery.cap_class)
    order by delivery.due_at)
  from public.deliveries delivery
  where delivery.workspace_id = workspace and delivery.contact_id = contact and delivery.cap_class is not null
    and delivery.status in ('queued', 'sent')
$$;
