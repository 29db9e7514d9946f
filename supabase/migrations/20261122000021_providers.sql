-- Who carries a workspace's messages out into the world. What is secret stays encrypted with a key the database does not have.
create table public.providers (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  channel text not null check (channel in ('email')),
  kind text not null check (length(kind) between 1 and 40),
  name text not null check (length(trim(name)) between 1 and 100),
  settings jsonb not null default '{}' check (jsonb_typeof(settings) = 'object'),
  secret bytea not null,
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create unique index providers_default on public.providers (workspace_id, channel) where is_default;
comment on table public.providers is 'Services that messages of the workspace can be sent through; the default one of a channel is, else that of the installation.';
comment on column public.providers.secret is 'Keys and passwords: AES-256-GCM, with a key from the environment of the functions. Nobody but the functions reads it.';

alter table public.providers enable row level security;
create policy "admins see providers" on public.providers for select to authenticated
  using (workspace_id = any ((select private.my_workspaces('admin'))::uuid[]));
create policy "admins remove providers" on public.providers for delete to authenticated
  using (workspace_id = any ((select private.my_workspaces('admin'))::uuid[]));
grant select (workspace_id, id, channel, kind, name, settings, is_default, created_at, updated_at), delete
  on public.providers to authenticated;
grant all on public.providers to service_role;

-- Adds a provider, or changes one of the same kind. Answers false where the workspace has no such provider of that kind.
create function private.save_provider(workspace uuid, provider uuid, is_new boolean, of_channel text, of_kind text, called text,
  with_settings jsonb, with_secret bytea) returns boolean language plpgsql set search_path = ''
as $$
begin
  if is_new then
    insert into public.providers (workspace_id, id, channel, kind, name, settings, secret)
    values (workspace, provider, of_channel, of_kind, called, with_settings, with_secret);
    return true;
  end if;
  update public.providers set name = called, settings = with_settings, secret = with_secret, updated_at = clock_timestamp()
  where workspace_id = workspace and id = provider and kind = of_kind;
  return found;
end
$$;

-- Sends a channel's messages through this provider from now on, or with none through that of the installation.
create function public.use_provider(workspace uuid, on_channel text, provider uuid default null) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.demand(workspace, 'admin');
  perform from public.workspaces where id = workspace for update;
  if provider is not null and not exists (select from public.providers
    where workspace_id = workspace and id = provider and channel = on_channel) then
    raise exception using errcode = 'PT404', message = 'No such provider';
  end if;
  update public.providers set is_default = false where workspace_id = workspace and channel = on_channel and is_default
    and id is distinct from provider;
  update public.providers set is_default = true where workspace_id = workspace and id = provider and not is_default;
end
$$;
comment on function public.use_provider is 'Makes a provider the one a channel''s messages go through; with none, that of the installation.';
grant execute on function public.use_provider to authenticated;
