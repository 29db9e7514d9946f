-- Lines a contact up for a live journey, whatever its trigger, its rule of re-entry, or an earlier removal. The worker lets
-- them in within seconds. Answers `added`, or `alreadyIn` where they are on their way through it.
create function public.add_to_journey(workspace uuid, journey uuid, contact bigint) returns text
  language plpgsql security definer set search_path = ''
as $$
declare
  known_status text;
begin
  perform private.demand(workspace, 'editor');
  select status into known_status from public.journeys where workspace_id = workspace and id = journey;
  if known_status is null then
    raise exception 'No such journey' using errcode = 'PT404';
  end if;
  if not exists (select from public.contacts where workspace_id = workspace and id = contact) then
    raise exception 'No such contact' using errcode = 'PT404';
  end if;
  if known_status <> 'live' then
    raise exception 'Only a live journey lets contacts in; this one is %', known_status using errcode = 'PT409';
  end if;
  if exists (select from public.enrollments enrollment where enrollment.workspace_id = workspace
      and enrollment.journey_id = journey and enrollment.contact_id = contact and enrollment.ended_at is null) then
    return 'alreadyIn';
  end if;
  delete from public.journey_exclusions kept_out
  where kept_out.workspace_id = workspace and kept_out.journey_id = journey and kept_out.contact_id = contact;
  perform private.raise_signals(array[row(workspace, format('by hand:%s:%s:%s', journey, contact, gen_random_uuid()), contact,
    '$added_by_hand', jsonb_build_object('journey', journey), now())::private.signal]);
  return 'added';
end
$$;
grant execute on function public.add_to_journey to authenticated;

-- Ends a contact's way through a journey and keeps them out of it until they are added by hand. Answers `removed`, or
-- `alreadyRemoved` where they were removed before: then nothing changes. Other journeys are not touched.
create function public.remove_from_journey(workspace uuid, journey uuid, contact bigint) returns text
  language plpgsql security definer set search_path = ''
as $$
declare
  is_new boolean;
begin
  perform private.demand(workspace, 'editor');
  if not exists (select from public.journeys where workspace_id = workspace and id = journey) then
    raise exception 'No such journey' using errcode = 'PT404';
  end if;
  perform private.hold_journeys(workspace, array[journey], alone => false);
  perform private.take_turn(workspace, alone => false);
  -- Whoever lets this contact in, or runs them, has them locked; after this they see that the contact is kept out.
  perform from public.contacts where workspace_id = workspace and id = contact for update;
  if not found then
    raise exception 'No such contact' using errcode = 'PT404';
  end if;
  insert into public.journey_exclusions (workspace_id, journey_id, contact_id, since, excluded_by)
  values (workspace, journey, contact, now(), auth.uid()) on conflict do nothing;
  is_new := found;
  perform private.end_enrollments(workspace, array(
    select enrollment.id from public.enrollments enrollment
    where enrollment.workspace_id = workspace and enrollment.journey_id = journey and enrollment.contact_id = contact
      and enrollment.ended_at is null), 'removedByHand', now());
  return case when is_new then 'removed' else 'alreadyRemoved' end;
end
$$;
grant execute on function public.remove_from_journey to authenticated;
