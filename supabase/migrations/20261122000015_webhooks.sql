-- 32 bytes of chance, written as Standard Webhooks wants it.
create function private.fresh_webhook_secret() returns text language sql volatile set search_path = ''
as $$
  select 'whsec_' || encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'base64')
$$;

-- Requests of journeys are signed with a secret of the workspace's own. For a day after a change the former one signs too, so
-- that the other side may take the new one over in its own time.
create table private.webhook_secrets (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  secret text not null default private.fresh_webhook_secret(),
  former text,
  changed_at timestamptz not null default now()
);
alter table private.webhook_secrets enable row level security;

-- The secrets that sign for these workspaces now, the newest first. A workspace that has none gets its first.
create function private.signing_secrets(workspaces uuid[]) returns table (workspace_id uuid, secrets text[])
  language sql volatile set search_path = ''
as $$
  insert into private.webhook_secrets (workspace_id)
  select distinct workspace from unnest(workspaces) workspace order by 1
  on conflict do nothing;
  select kept.workspace_id,
    array_remove(array[kept.secret, case when kept.changed_at > now() - interval '1 day' then kept.former end], null)
  from private.webhook_secrets kept where kept.workspace_id = any (workspaces)
$$;

-- The secret that requests of a workspace's journeys are signed with; for admins.
create function public.webhook_secret(workspace uuid) returns text language plpgsql security definer set search_path = ''
as $$
begin
  perform private.demand(workspace, 'admin');
  return (select secrets[1] from private.signing_secrets(array[workspace]));
end
$$;
comment on function public.webhook_secret is 'The secret that webhooks of the workspace are signed with, by Standard Webhooks.';
grant execute on function public.webhook_secret to authenticated;

-- Makes a new secret, and answers it. The former one goes on signing beside it for a day.
create function public.rotate_webhook_secret(workspace uuid) returns text language plpgsql security definer set search_path = ''
as $$
begin
  perform private.demand(workspace, 'admin');
  perform private.signing_secrets(array[workspace]);
  update private.webhook_secrets set former = secret, secret = private.fresh_webhook_secret(), changed_at = now()
  where workspace_id = workspace;
  return (select secrets[1] from private.signing_secrets(array[workspace]));
end
$$;
comment on function public.rotate_webhook_secret is 'Makes a new signing secret; the former one goes on signing beside it for a day.';
grant execute on function public.rotate_webhook_secret to authenticated;

-- Lets journeys hear how their requests ended. Said in the transaction that writes the outcome down, and of those it wrote.
create function private.tell_of_answers(outcomes jsonb, clock timestamptz) returns void language sql set search_path = ''
as $$
  select private.raise_signals(array_agg(row(delivery.workspace_id,
    format('answer:%s:%s:%s', delivery.enrollment_id, delivery.node_id, delivery.visit), delivery.contact_id, '$webhook_answered',
    jsonb_strip_nulls(jsonb_build_object('enrollment', delivery.enrollment_id, 'journey', delivery.journey_id, 'node', delivery.node_id,
      'visit', delivery.visit, 'ok', delivery.status = 'sent', 'because', delivery.because)) || coalesce(outcome.answer, '{}'),
    clock)::private.signal))
  from jsonb_to_recordset(outcomes) outcome (workspace_id uuid, id uuid, answer jsonb)
  join public.deliveries delivery on delivery.workspace_id = outcome.workspace_id and delivery.id = outcome.id
    and delivery.channel = 'webhook' and delivery.status in ('sent', 'failed')
$$;
