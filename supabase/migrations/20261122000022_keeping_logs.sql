-- Makes the partition of a log for a month, in UTC, if it is not there. It is made beside the log and then attached, which keeps
-- nobody from reading or writing meanwhile but those who use the default partition. A month of which that one holds rows already
-- stays in there.
create function private.make_log_partition(log regclass, month date) returns void language plpgsql set search_path = ''
as $$
declare
  stem text := (select relname from pg_catalog.pg_class where oid = log);
  name text := format('%s_%s', stem, to_char(month, 'YYYY_MM'));
  time_column text := pg_get_partkeydef(log);
  is_taken boolean;
begin
  time_column := substring(time_column from '\((.*)\)');
  execute format('select exists (select from private.%I where %I >= $1 and %2$I < $2)', stem || '_other', time_column)
    into is_taken using month::timestamp at time zone 'UTC', (month + interval '1 month') at time zone 'UTC';
  if is_taken or to_regclass(format('private.%I', name)) is not null then
    return;
  end if;
  execute format('create table private.%I (like %s including defaults including constraints) '
    'with (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05)', name, log);
  execute format('alter table private.%I enable row level security', name);
  execute format('alter table %s attach partition private.%I for values from (%L) to (%L)', log, name,
    month::timestamp at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
end
$$;

-- Makes the partitions of this month and the next two, drops those that are over for so many months, and takes as old rows out of
-- the default partition, some at a time; zero months keep everything. Answers what was dropped. Costs next to nothing where there
-- is nothing to do, and gives up, until it is called again, where it would have to wait.
create function private.keep_logs(clock timestamptz, months int) returns text[]
  language plpgsql set search_path = '' set lock_timeout = '200ms'
as $$
declare
  log regclass;
  this_month date := date_trunc('month', clock, 'UTC') at time zone 'UTC';
  oldest date := case when months > 0 then this_month - make_interval(months => months) end;
  old regclass;
  dropped text[] := '{}';
begin
  if not pg_try_advisory_xact_lock(hashtext('private.keep_logs')) then
    return dropped;
  end if;
  foreach log in array array['public.step_log', 'public.delivery_log']::regclass[] loop
    perform private.make_log_partition(log, (this_month + make_interval(months => ahead))::date) from generate_series(0, 2) ahead;
    for old in
      select part.inhrelid from pg_catalog.pg_inherits part join pg_catalog.pg_class on pg_class.oid = part.inhrelid
      where part.inhparent = log and relname ~ '_\d{4}_\d\d$' and to_date(right(relname, 7), 'YYYY_MM') < oldest
    loop
      dropped := dropped || old::text;
      execute format('drop table %s', old);
    end loop;
  end loop;
  delete from private.step_log_other where ctid = any (array(
    select ctid from private.step_log_other where left_at < oldest::timestamp at time zone 'UTC' limit 1000));
  delete from private.delivery_log_other where ctid = any (array(
    select ctid from private.delivery_log_other where at < oldest::timestamp at time zone 'UTC' limit 1000));
  return dropped;
exception when lock_not_available then
  return '{}';
end
$$;
select private.keep_logs(now(), 0);

-- Rows here change all the time: they are cleaned up after every fiftieth, not after every fifth.
alter table public.enrollments set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table public.deliveries set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table public.journey_stats set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
alter table private.signals set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
alter table private.checks set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table private.member_counts set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
