create table public.journeys (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null check (length(trim(name)) between 1 and 200),
  draft jsonb not null default
    '{"format": 1, "nodes": [], "edges": [], "settings": {"reentry": {"allow": "never"}, "exit": []}, "notes": []}'
    check (jsonb_typeof(draft) = 'object' and octet_length(draft::text) <= 4000000),
  revision int not null default 1,
  status text not null default 'draft' check (status in ('draft', 'live', 'paused', 'stopped')),
  live_version int,
  priority smallint not null default 50 check (priority between 0 and 100),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by uuid default auth.uid() references auth.users (id) on delete set null,
  primary key (workspace_id, id)
);
-- What each claim of the worker goes through.
create index journeys_running on public.journeys (workspace_id, id) where live_version is not null and status <> 'paused';
comment on table public.journeys is 'A journey: the draft people edit, and which published version is live.';
comment on column public.journeys.priority is 'Of the live version: whose message goes first where a frequency cap has one place for two.';
comment on column public.journeys.revision is 'Goes up by one with every save; a save names the revision it started from.';

create table public.journey_versions (
  workspace_id uuid not null,
  journey_id uuid not null,
  version int not null,
  document jsonb not null,
  published_at timestamptz not null default now(),
  published_by uuid references auth.users (id) on delete set null,
  primary key (workspace_id, journey_id, version),
  foreign key (workspace_id, journey_id) references public.journeys (workspace_id, id) on delete cascade
);
comment on table public.journey_versions is 'What was published, with its texts; never changed afterwards.';

create function private.refuse_change() returns trigger language plpgsql set search_path = ''
as $$
begin
  raise exception 'A published version never changes' using errcode = 'PT409';
end
$$;
create trigger immutable before update of workspace_id, journey_id, version, document, published_at
  on public.journey_versions for each row execute function private.refuse_change();

create function private.stamp_journey() returns trigger language plpgsql security definer set search_path = ''
as $$
begin
  if new.revision not between old.revision + (new.draft is distinct from old.draft)::int and old.revision + 1 then
    raise exception 'The draft was changed meanwhile' using errcode = 'PT409';
  end if;
  new.updated_at := now();
  new.updated_by := coalesce((select auth.uid()), new.updated_by);
  return new;
end
$$;
create trigger stamp before update of name, draft, revision on public.journeys
  for each row execute function private.stamp_journey();

alter table public.journeys enable row level security;
alter table public.journey_versions enable row level security;
create policy "members see journeys" on public.journeys for select to authenticated
  using (workspace_id = any ((select private.my_workspaces('viewer'))::uuid[]));
create policy "editors add journeys" on public.journeys for insert to authenticated
  with check (workspace_id = any ((select private.my_workspaces('editor'))::uuid[]));
create policy "editors change journeys" on public.journeys for update to authenticated
  using (workspace_id = any ((select private.my_workspaces('editor'))::uuid[]))
  with check (workspace_id = any ((select private.my_workspaces('editor'))::uuid[]));
create policy "editors delete drafts" on public.journeys for delete to authenticated
  using (workspace_id = any ((select private.my_workspaces('editor'))::uuid[]) and live_version is null);
create policy "members see versions" on public.journey_versions for select to authenticated
  using (workspace_id = any ((select private.my_workspaces('viewer'))::uuid[]));
grant select, delete on public.journeys to authenticated;
grant insert (workspace_id, name, draft) on public.journeys to authenticated;
grant update (name, draft, revision) on public.journeys to authenticated;
grant select on public.journey_versions to authenticated;
grant all on public.journeys, public.journey_versions to service_role;

-- Makes the draft of a revision the next live version. The caller has validated the document and the person's role.
-- Answers the version; 409 where somebody saved meanwhile.
create function private.publish(workspace uuid, journey uuid, from_revision int, publisher uuid, clock timestamptz)
  returns int language plpgsql set search_path = ''
as $$
declare
  published int;
begin
  update public.journeys set status = 'live', live_version = coalesce(live_version, 0) + 1,
    priority = coalesce((draft #>> '{settings,sending,priority}')::smallint, 50)
  where workspace_id = workspace and id = journey and revision = from_revision
  returning live_version into published;
  if published is null then
    raise exception 'The draft was changed meanwhile' using errcode = 'PT409';
  end if;
  insert into public.journey_versions (workspace_id, journey_id, version, document, published_at, published_by)
  select workspace, journey, published, draft, clock, publisher
  from public.journeys where workspace_id = workspace and id = journey;
  return published;
end
$$;
