-- A write key may only add events, as with Segment: it is meant to stand in a customer's server or site.
create table public.write_keys (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null check (length(trim(name)) between 1 and 100),
  key text not null default 'wk_' || replace(gen_random_uuid()::text, '-', ''),
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (workspace_id, id)
);
create index write_keys_by_key on public.write_keys (key) where revoked_at is null;
comment on table public.write_keys is 'Keys with which events are sent in; they read nothing.';

alter table public.write_keys enable row level security;
create policy "editors see write keys" on public.write_keys for select to authenticated
  using (workspace_id = any ((select private.my_workspaces('editor'))::uuid[]));
create policy "admins add write keys" on public.write_keys for insert to authenticated
  with check (workspace_id = any ((select private.my_workspaces('admin'))::uuid[]));
create policy "admins rename and revoke write keys" on public.write_keys for update to authenticated
  using (workspace_id = any ((select private.my_workspaces('admin'))::uuid[]))
  with check (workspace_id = any ((select private.my_workspaces('admin'))::uuid[]));
grant select on public.write_keys to authenticated;
grant insert (workspace_id, name) on public.write_keys to authenticated;
grant update (name, revoked_at) on public.write_keys to authenticated;
grant all on public.write_keys to service_role;
