-- Saves a segment with its rule, over the revision the caller saw, or makes one. The caller has checked the rule and the
-- person's role; `reads` is what the rule asks about. Where the rule is new, everybody is looked at: those who are in the
-- middle of a change are waited for, so that the computation sees it.
create function private.save_segment(
  workspace uuid, segment uuid, segment_name text, segment_rule jsonb, reads jsonb, from_revision int
) returns table (id uuid, revision int) language plpgsql set search_path = ''
as $$
declare
  lists uuid[] := array(select jsonb_array_elements_text(reads -> 'lists')::uuid);
  known public.segments;
begin
  if exists (select from unnest(lists) list where not exists (select from public.segments other
      where other.workspace_id = workspace and other.id = list and other.rule is null)) then
    raise exception 'A segment may ask about lists, not about other segments' using errcode = 'PT422';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('segments of ' || workspace, 0));
  if segment is null then
    insert into public.segments (workspace_id, name, rule) values (workspace, trim(segment_name), '{}') returning * into known;
  else
    select * into known from public.segments other
    where other.workspace_id = workspace and other.id = segment and other.rule is not null for no key update;
    if known.id is null then
      raise exception 'No such segment' using errcode = 'PT404';
    end if;
    if known.revision <> from_revision then
      raise exception 'The segment was changed meanwhile' using errcode = 'PT409';
    end if;
  end if;
  if known.rule = segment_rule and known.state <> 'failed' then
    update public.segments other set name = trim(segment_name), updated_at = now()
    where other.workspace_id = workspace and other.id = known.id;
    return query select known.id, known.revision;
    return;
  end if;
  return query
    update public.segments other set name = trim(segment_name), rule = segment_rule, updated_at = now(),
      revision = case when segment is null then 1 else known.revision + 1 end,
      reads_events = array(select jsonb_array_elements_text(reads -> 'events')),
      reads_attributes = array(select jsonb_array_elements_text(reads -> 'attributes')),
      reads_lists = lists,
      timed_events = array(select jsonb_array_elements_text(reads -> 'timedEvents')),
      timed_attributes = array(select jsonb_array_elements_text(reads -> 'timedAttributes')),
      takes_newcomers = (reads -> 'takesNewcomers')::boolean,
      state = 'computing', computing_at = null, computed_upto = 0
    where other.workspace_id = workspace and other.id = known.id
    returning other.id, other.revision;
end
$$;

-- Makes an empty list.
create function public.create_list(workspace uuid, name text) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  made uuid;
begin
  perform private.demand(workspace, 'editor');
  insert into public.segments (workspace_id, name) values (workspace, trim(create_list.name)) returning id into made;
  return made;
end
$$;
grant execute on function public.create_list to authenticated;

create function public.rename_segment(workspace uuid, segment uuid, name text) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.demand(workspace, 'editor');
  update public.segments set name = trim(rename_segment.name), updated_at = now() where workspace_id = workspace and id = segment;
  if not found then
    raise exception 'No such segment' using errcode = 'PT404';
  end if;
end
$$;
grant execute on function public.rename_segment to authenticated;

-- What would miss a segment if it were deleted: segments that ask about it, and journeys that are live or paused, or still have
-- people in a version that names it.
create function public.segment_uses(workspace uuid, segment uuid) returns table (kind text, id uuid, name text)
  language sql stable security invoker set search_path = ''
as $$
  select 'segment', other.id, other.name from public.segments other
  where other.workspace_id = workspace and segment = any (other.reads_lists)
  union
  select 'journey', journey.id, journey.name
  from public.journeys journey
  join public.journey_versions version on version.workspace_id = workspace and version.journey_id = journey.id
  where journey.workspace_id = workspace and strpos(version.document::text, segment::text) > 0 and (
    (journey.live_version = version.version and journey.status in ('live', 'paused'))
    or exists (select from public.enrollments inside where inside.workspace_id = workspace and inside.journey_id = journey.id
      and inside.version = version.version and inside.ended_at is null))
  order by 1, 3
$$;
grant execute on function public.segment_uses to authenticated;

-- Deletes a segment or list that nothing needs any more.
create function public.delete_segment(workspace uuid, segment uuid) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  uses text;
begin
  perform private.demand(workspace, 'editor');
  select string_agg(format('"%s"', used.name), ', ') into uses from public.segment_uses(workspace, segment) used;
  if uses is not null then
    raise exception 'It is still used by %', uses using errcode = 'PT409';
  end if;
  delete from public.segments where workspace_id = workspace and id = segment;
  if not found then
    raise exception 'No such segment' using errcode = 'PT404';
  end if;
  delete from private.checks where workspace_id = workspace and subject = 'segment:' || segment;
end
$$;
grant execute on function public.delete_segment to authenticated;

-- Puts contacts on a list or takes them off, and lets it be heard of. Answers how many that were not so already.
create function private.change_list(workspace uuid, list uuid, contacts bigint[], is_member boolean) returns int
  language plpgsql set search_path = ''
as $$
declare
  moved bigint[];
  cause text := gen_random_uuid();
begin
  perform private.take_turn(workspace, alone => false);
  if not exists (select from public.segments where workspace_id = workspace and id = list and rule is null) then
    raise exception 'No such list' using errcode = 'PT404';
  end if;
  if is_member then
    with come as (
      insert into public.segment_members (workspace_id, segment_id, contact_id, since)
      select workspace, list, contact.id, now() from public.contacts contact
      where contact.workspace_id = workspace and contact.id = any (contacts) order by contact.id
      on conflict do nothing
      returning contact_id
    )
    select array_agg(contact_id) into moved from come;
  else
    with gone as (
      delete from public.segment_members
      where workspace_id = workspace and segment_id = list and contact_id = any (contacts)
      returning contact_id
    )
    select array_agg(contact_id) into moved from gone;
  end if;
  perform private.raise_signals(array_agg(row(workspace, format('list:%s:%s', cause, contact), contact,
    case when is_member then '$segment_entered' else '$segment_left' end, jsonb_build_object('segment', list), now())::private.signal))
  from unnest(moved) contact;
  return coalesce(array_length(moved, 1), 0);
end
$$;

create function public.add_to_list(workspace uuid, list uuid, contacts bigint[]) returns int
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.demand(workspace, 'editor');
  return private.change_list(workspace, list, contacts, true);
end
$$;
grant execute on function public.add_to_list to authenticated;

create function public.remove_from_list(workspace uuid, list uuid, contacts bigint[]) returns int
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.demand(workspace, 'editor');
  return private.change_list(workspace, list, contacts, false);
end
$$;
grant execute on function public.remove_from_list to authenticated;

-- How many contacts are in each segment and list of a workspace, of which there are any.
create function public.segment_counts(workspace uuid) returns table (segment_id uuid, members bigint)
  language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.demand(workspace, 'viewer');
  return query
    select count.segment_id, sum(count.change)::bigint from private.member_counts count
    where count.workspace_id = workspace group by 1;
end
$$;
grant execute on function public.segment_counts to authenticated;

-- A page of the contacts in a segment, the newest first; `after_id` is the last of the page before. Planned for each call, as
-- the first page is another question than the next.
create function public.segment_people(workspace uuid, segment uuid, after_id bigint default null, page_size int default 25)
  returns setof public.contacts language plpgsql stable security invoker
  set search_path = '' set plan_cache_mode = force_custom_plan
as $$
begin
  return query
    select contact.* from (
      select member.contact_id from public.segment_members member
      where member.workspace_id = workspace and member.segment_id = segment
        and (after_id is null or member.contact_id < after_id)
      order by member.contact_id desc limit least(greatest(page_size, 1), 200)
    ) page
    join public.contacts contact on contact.workspace_id = workspace and contact.id = page.contact_id
    order by contact.id desc;
end
$$;
grant execute on function public.segment_people to authenticated;
