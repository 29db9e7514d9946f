-- What was sent to a contact, without the contact: what is still to be sent is skipped, and what says more than that a message
-- was sent, and what became of it, is taken out.
create function private.erase_deliveries(workspace uuid, contact bigint, clock timestamptz) returns void
  language plpgsql set search_path = ''
as $$
declare
  stats private.stat[];
begin
  perform from public.deliveries where workspace_id = workspace and contact_id = contact order by id for update;
  with skipped as (
    update public.deliveries set status = 'skipped', because = 'erased', lease = null, leased_until = null
    where workspace_id = workspace and contact_id = contact and status = 'queued'
    returning *
  ), logged as (
    insert into public.delivery_log (workspace_id, delivery_id, at, kind, detail)
    select workspace_id, id, clock, 'skipped', 'erased' from skipped
  )
  select array_agg(row(workspace_id, journey_id, version, node_id, 'skipped', 'erased', coalesce(locale, ''), clock, 0)::private.stat)
  into stats from skipped where channel not in ('webhook', 'task');
  perform private.add_stats(stats);
  update public.delivery_log log set detail = ''
  from public.deliveries delivery
  where delivery.workspace_id = workspace and delivery.contact_id = contact
    and log.workspace_id = workspace and log.delivery_id = delivery.id
    and log.detail <> '' and log.kind not in ('skipped', 'unsubscribed') and log.detail is distinct from delivery.because;
  update public.deliveries set address = null, last_error = null where workspace_id = workspace and contact_id = contact;
end
$$;

-- Makes a contact somebody who never was, except in numbers: journeys end, nothing more is sent, profile, ids, events, consents and
-- memberships are gone. Passages, the step log and deliveries stay without the contact, so that every count can still be
-- recounted. A blocked address stays blocked by its hash, unless another contact has it too. Who comes back is a new contact.
create function public.erase_contact(workspace uuid, contact bigint) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  clock constant timestamptz := now();
  of_contact text;
begin
  perform private.demand(workspace, 'admin');
  perform private.take_turn(workspace, alone => true);
  -- Whoever is about to move this contact through a journey does so first, or finds nobody.
  select known.email into of_contact from public.contacts known where known.workspace_id = workspace and known.id = contact for update;
  if not found then
    raise exception 'No such contact' using errcode = 'PT404';
  end if;
  perform private.end_enrollments(workspace, array(
    select id from public.enrollments where workspace_id = workspace and contact_id = contact and ended_at is null), 'erased', clock);
  update public.enrollments set entry_key = '', last_error = null where workspace_id = workspace and contact_id = contact;
  perform private.erase_deliveries(workspace, contact, clock);
  if not exists (select from public.contacts other
    where other.workspace_id = workspace and lower(other.email) = lower(of_contact) and other.id <> contact) then
    update public.suppressions blocked set address = private.address_hash(blocked.address)
    where blocked.workspace_id = workspace and blocked.address = lower(of_contact) and not exists (
      select from public.suppressions already where already.workspace_id = workspace and already.channel = blocked.channel
        and already.address = private.address_hash(blocked.address));
    delete from public.suppressions blocked
    where blocked.workspace_id = workspace and blocked.address = lower(of_contact);
  end if;
  delete from private.signals signal where signal.workspace_id = workspace and (signal.contact_id = contact or signal.contact_id in (
    select merged.source from private.merged_contacts merged where merged.workspace_id = workspace and merged.target = contact));
  delete from private.merged_contacts where workspace_id = workspace and contact in (source, target);
  delete from public.contacts where workspace_id = workspace and id = contact;
end
$$;
grant execute on function public.erase_contact to authenticated;
