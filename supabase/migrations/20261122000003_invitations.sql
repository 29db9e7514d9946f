-- Only the hash of a token is kept: whoever reads the table cannot accept an invitation with it.
create table public.invitations (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  email text not null check (email like '%_@_%' and length(email) <= 320),
  role public.workspace_role not null check (role <> 'owner'),
  token_hash bytea not null,
  invited_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id)
);
create index invitations_by_token on public.invitations (token_hash);
create unique index one_open_invitation_per_address on public.invitations (workspace_id, lower(email))
  where accepted_at is null and revoked_at is null;
comment on table public.invitations is 'Who was asked to join; the token itself is only in the mail.';

alter table public.invitations enable row level security;
create policy "admins see invitations" on public.invitations for select to authenticated
  using (workspace_id = any ((select private.my_workspaces('admin'))::uuid[]));
create policy "admins revoke invitations" on public.invitations for update to authenticated
  using (workspace_id = any ((select private.my_workspaces('admin'))::uuid[]))
  with check (workspace_id = any ((select private.my_workspaces('admin'))::uuid[]));
grant select (workspace_id, id, email, role, invited_by, created_at, expires_at, accepted_at, revoked_at)
  on public.invitations to authenticated;
grant update (revoked_at) on public.invitations to authenticated;
grant all on public.invitations to service_role;

create function private.invitation_hash(token text) returns bytea language sql immutable set search_path = ''
as $$ select sha256(convert_to(token, 'UTF8')) $$;

-- Invites an address and answers the token, which is nowhere else. An open invitation to the same address is replaced.
create function private.invite(workspace uuid, inviter uuid, address text, wanted_role public.workspace_role) returns text
  language plpgsql security definer set search_path = ''
as $$
declare
  token text := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
begin
  -- Two invitations at the same moment take turns, so that the second finds the first and replaces it.
  perform from public.workspaces where id = workspace for no key update;
  update public.invitations set revoked_at = now()
  where workspace_id = workspace and lower(email) = lower(address) and accepted_at is null and revoked_at is null;
  insert into public.invitations (workspace_id, email, role, token_hash, invited_by)
  values (workspace, address, wanted_role, private.invitation_hash(token), inviter);
  return token;
end
$$;

-- The open invitation behind a token, if it was sent to the caller's own address. One answer for every other case, so
-- that a token found by somebody else tells nothing.
create function private.my_invitation(token text) returns public.invitations
  language plpgsql stable security definer set search_path = ''
as $$
declare
  found_one public.invitations;
begin
  select invitation.* into found_one
  from public.invitations invitation
  join auth.users account on account.id = (select auth.uid()) and lower(account.email) = lower(invitation.email)
  where invitation.token_hash = private.invitation_hash(token)
    and invitation.accepted_at is null and invitation.revoked_at is null and invitation.expires_at > now();
  if found_one.id is null then
    raise exception 'This invitation is not for your address, was used, or is over' using errcode = 'PT404';
  end if;
  return found_one;
end
$$;

create function public.invitation_preview(token text)
  returns table (workspace_name text, role public.workspace_role)
  language plpgsql stable security definer set search_path = ''
as $$
declare
  mine public.invitations := private.my_invitation(token);
begin
  return query select workspace.name, mine.role from public.workspaces workspace where workspace.id = mine.workspace_id;
end
$$;
grant execute on function public.invitation_preview to authenticated;

-- Joins the caller to the workspace; somebody who is already a member keeps the higher role. Answers the workspace's id.
create function public.accept_invitation(token text) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  mine public.invitations := private.my_invitation(token);
begin
  -- Once more with the row locked: it may have been revoked, or accepted in another window, a moment ago.
  update public.invitations set accepted_at = now()
  where workspace_id = mine.workspace_id and id = mine.id and accepted_at is null and revoked_at is null;
  if not found then
    mine := private.my_invitation(token);
  end if;
  insert into public.members as member (workspace_id, user_id, role)
  values (mine.workspace_id, (select auth.uid()), mine.role)
  on conflict (workspace_id, user_id) do update set role = greatest(member.role, excluded.role);
  return mine.workspace_id;
end
$$;
grant execute on function public.accept_invitation to authenticated;
