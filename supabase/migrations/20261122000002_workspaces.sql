-- In ascending order of power, so that "at least editor" is a comparison.
create type public.workspace_role as enum ('viewer', 'editor', 'admin', 'owner');

create table public.workspaces (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(trim(name)) between 1 and 100),
  source_locale text not null check (length(source_locale) between 2 and 35),
  time_zone text not null check (length(time_zone) between 1 and 64),
  created_at timestamptz not null default now()
);
comment on table public.workspaces is 'One tenant: everything else belongs to exactly one.';
comment on column public.workspaces.source_locale is 'BCP 47 tag of the language messages are first written in.';
comment on column public.workspaces.time_zone is 'IANA zone used where a contact has none.';

create table public.workspace_locales (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  locale text not null check (length(locale) between 2 and 35),
  position int not null default 0,
  fallbacks text[] not null default '{}',
  time_zone text,
  primary key (workspace_id, locale)
);
comment on table public.workspace_locales is 'The languages a workspace writes in, in the order it shows them.';
comment on column public.workspace_locales.fallbacks is 'Tags tried in turn when a message has no text in this locale.';

create table public.members (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role public.workspace_role not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, user_id)
);
create index members_by_user on public.members (user_id, role) include (workspace_id);
comment on table public.members is 'Who may do what in which workspace.';

-- The one question every policy asks. Security definer, because a policy on members that reads members would never
-- finish; one array rather than a yes/no, so that Postgres asks once per query and not once per row.
create function private.my_workspaces(at_least public.workspace_role) returns uuid[]
  language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(workspace_id), '{}') from public.members
  where user_id = (select auth.uid()) and role >= at_least
$$;
grant execute on function private.my_workspaces to authenticated;

-- Ends a call by somebody who lacks the role. A stranger gets the same answer as for a workspace that does not exist.
create function private.demand(workspace uuid, at_least public.workspace_role) returns void
  language plpgsql stable security definer set search_path = ''
as $$
begin
  if workspace is null or not workspace = any (private.my_workspaces('viewer')) then
    raise exception 'No such workspace' using errcode = 'PT404';
  elsif not workspace = any (private.my_workspaces(at_least)) then
    raise exception 'This needs the role "%" or a higher one', at_least using errcode = 'PT403';
  end if;
end
$$;

alter table public.workspaces enable row level security;
alter table public.workspace_locales enable row level security;
alter table public.members enable row level security;

create policy "members see their workspaces" on public.workspaces for select to authenticated
  using (id = any ((select private.my_workspaces('viewer'))::uuid[]));
create policy "admins change their workspaces" on public.workspaces for update to authenticated
  using (id = any ((select private.my_workspaces('admin'))::uuid[]))
  with check (id = any ((select private.my_workspaces('admin'))::uuid[]));
create policy "owners delete their workspaces" on public.workspaces for delete to authenticated
  using (id = any ((select private.my_workspaces('owner'))::uuid[]));

create policy "members see locales" on public.workspace_locales for select to authenticated
  using (workspace_id = any ((select private.my_workspaces('viewer'))::uuid[]));
create policy "admins add locales" on public.workspace_locales for insert to authenticated
  with check (workspace_id = any ((select private.my_workspaces('admin'))::uuid[]));
create policy "admins change locales" on public.workspace_locales for update to authenticated
  using (workspace_id = any ((select private.my_workspaces('admin'))::uuid[]))
  with check (workspace_id = any ((select private.my_workspaces('admin'))::uuid[]));
create policy "admins remove locales" on public.workspace_locales for delete to authenticated
  using (workspace_id = any ((select private.my_workspaces('admin'))::uuid[]));

create policy "members see members" on public.members for select to authenticated
  using (workspace_id = any ((select private.my_workspaces('viewer'))::uuid[]));

grant select, delete on public.workspaces to authenticated;
grant update (name, source_locale, time_zone) on public.workspaces to authenticated;
grant select, insert, delete on public.workspace_locales to authenticated;
grant update (position, fallbacks, time_zone) on public.workspace_locales to authenticated;
grant select on public.members to authenticated;
grant all on public.workspaces, public.workspace_locales, public.members to service_role;

-- Makes the caller the owner of a new workspace. Answers its id; 401 without a user, 400 where a value is unusable.
create function public.create_workspace(name text, source_locale text, locales text[], time_zone text) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  made uuid;
begin
  if (select auth.uid()) is null then
    raise exception 'Sign in first' using errcode = 'PT401';
  end if;
  if not exists (select from pg_catalog.pg_timezone_names zone where zone.name = create_workspace.time_zone) then
    raise exception 'Unknown time zone "%"', create_workspace.time_zone using errcode = 'PT400';
  end if;
  if (source_locale = any (locales)) is not true then
    raise exception 'The source locale "%" is not among the locales', source_locale using errcode = 'PT400';
  end if;

  insert into public.workspaces (name, source_locale, time_zone)
  values (create_workspace.name, create_workspace.source_locale, create_workspace.time_zone)
  returning id into made;
  insert into public.members (workspace_id, user_id, role) values (made, auth.uid(), 'owner');
  insert into public.workspace_locales (workspace_id, locale, position)
  select made, wanted.locale, min(wanted.position)
  from unnest(locales) with ordinality as wanted (locale, position) group by wanted.locale;
  insert into public.write_keys (workspace_id, name) values (made, 'Default');
  return made;
end
$$;
grant execute on function public.create_workspace to authenticated;

-- The members of a workspace with the addresses they sign in with.
create function public.workspace_people(workspace uuid)
  returns table (user_id uuid, email text, role public.workspace_role, created_at timestamptz)
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.demand(workspace, 'viewer');
  return query
    select member.user_id, account.email::text, member.role, member.created_at
    from public.members member join auth.users account on account.id = member.user_id
    where member.workspace_id = workspace
    order by member.created_at, member.user_id;
end
$$;
grant execute on function public.workspace_people to authenticated;

-- A workspace without an owner could never be handed on, so the last one stays.
create function private.keep_an_owner() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  -- Two owners who leave at the same moment take turns here, so that the second sees the first gone.
  perform from public.workspaces where id = old.workspace_id for no key update;
  if found and not exists (select from public.members where workspace_id = old.workspace_id and role = 'owner') then
    raise exception 'A workspace needs an owner: make somebody else owner first' using errcode = 'PT409';
  end if;
  return null;
end
$$;
create constraint trigger keep_an_owner after update or delete on public.members
  deferrable initially immediate for each row when (old.role = 'owner') execute function private.keep_an_owner();

-- Admins change roles up to their own; only owners make or unmake owners.
create function public.change_role(workspace uuid, member uuid, new_role public.workspace_role) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  old_role public.workspace_role;
begin
  perform private.demand(workspace, 'admin');
  select role into old_role from public.members where workspace_id = workspace and user_id = member for update;
  if old_role is null then
    raise exception 'No such member' using errcode = 'PT404';
  end if;
  if greatest(old_role, new_role) = 'owner' then
    perform private.demand(workspace, 'owner');
  end if;
  update public.members set role = new_role where workspace_id = workspace and user_id = member;
end
$$;
grant execute on function public.change_role to authenticated;

-- Anybody may leave; admins remove others, owners also owners.
create function public.remove_member(workspace uuid, member uuid) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  old_role public.workspace_role;
begin
  perform private.demand(workspace, case when member = (select auth.uid()) then 'viewer' else 'admin' end::public.workspace_role);
  select role into old_role from public.members where workspace_id = workspace and user_id = member for update;
  if old_role is null then
    raise exception 'No such member' using errcode = 'PT404';
  end if;
  if old_role = 'owner' and member <> (select auth.uid()) then
    perform private.demand(workspace, 'owner');
  end if;
  delete from public.members where workspace_id = workspace and user_id = member;
end
$$;
grant execute on function public.remove_member to authenticated;
