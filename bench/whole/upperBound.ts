import type postgres from 'postgres'
import { BATCH_SIZE } from './scale.ts'

/**
 * What the machine can do at most: the same rows of state, log, outbox and hourly counts as the worker writes for these
 * steps, by one function in the database, which decides nothing.
 */
export async function installUpperBound(sql: postgres.Sql) {
  await sql.unsafe(`
    create schema bench;
    create function bench.move(workspace uuid, journey uuid, batch_size int) returns int language plpgsql as $$
    declare
      moved int;
    begin
      with due as materialized (
        select enrollment.workspace_id, enrollment.id, enrollment.node_id, enrollment.arrived_at
        from public.enrollments enrollment
        where enrollment.workspace_id = workspace and enrollment.journey_id = journey and enrollment.wake_at <= now()
        order by enrollment.wake_at limit batch_size for update skip locked
      ), moving as (
        update public.enrollments enrollment set node_id = 'after', arrived_at = now(), arrived_seq = 0,
          visits = enrollment.visits + 1, wake_at = now() + interval '30 days', awaits = '{}', rounds = '{}'
        from due where enrollment.workspace_id = due.workspace_id and enrollment.id = due.id
        returning enrollment.*, due.node_id as from_node, due.arrived_at as from_at
      ), logged as (
        insert into public.step_log (workspace_id, enrollment_id, journey_id, version, contact_id, locale, node_id, visit,
          arrived_at, left_at, port, to_node, because)
        select workspace_id, id, journey_id, version, contact_id, locale, from_node, visits, from_at, now(), 'next', 'after', 'queued'
        from moving
      ), queued as (
        insert into public.deliveries (workspace_id, enrollment_id, journey_id, version, contact_id, node_id, visit, channel,
          topic, cap_class, status, due_at)
        select workspace_id, id, journey_id, version, contact_id, from_node, visits, 'email', 'marketing', 'marketing', 'queued', now()
        from moving
        on conflict (workspace_id, enrollment_id, node_id, visit) do nothing
      ), counted as (
        insert into public.journey_stats as known
          (workspace_id, journey_id, version, node_id, metric, detail, locale, hour, shard, count)
        select workspace_id, journey_id, version, stat.node_id, stat.metric, stat.detail, locale, date_trunc('hour', now()),
          pg_backend_pid() % 16, count(*)
        from moving cross join lateral (values (from_node, 'left', 'next'), ('after', 'arrived', '')) stat (node_id, metric, detail)
        group by 1, 2, 3, 4, 5, 6, 7
        on conflict (workspace_id, journey_id, version, node_id, metric, detail, locale, hour, shard)
        do update set count = known.count + excluded.count
      ), summed as (
        insert into public.journey_counts as known
          (workspace_id, journey_id, version, node_id, metric, detail, locale, shard, count)
        select workspace_id, journey_id, version, stat.node_id, stat.metric, stat.detail, locale, pg_backend_pid() % 16, count(*)
        from moving cross join lateral (values (from_node, 'left', 'next'), ('after', 'arrived', '')) stat (node_id, metric, detail)
        group by 1, 2, 3, 4, 5, 6, 7
        on conflict (workspace_id, journey_id, version, node_id, metric, detail, locale, shard)
        do update set count = known.count + excluded.count
      )
      select count(*) into moved from moving;
      return moved;
    end
    $$`)
}

/** Moves everybody of a journey who is due; answers how many a second. */
export async function upperBound(
  sql: postgres.Sql,
  { workspace, journey, connections = 1 }: { workspace: string; journey: string; connections?: number },
): Promise<number> {
  const started = performance.now()
  let moved = 0
  const one = async () => {
    while (true) {
      const [row] = await sql`select bench.move(${workspace}, ${journey}, ${BATCH_SIZE})`
      moved += Number(row?.move)
      if (row?.move === 0) return
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  return moved / ((performance.now() - started) / 1000)
}
