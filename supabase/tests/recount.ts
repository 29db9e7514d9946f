import { type Runner, sql } from './database.ts'

export type JourneyNumber = {
  version: number
  node_id: string
  metric: string
  detail: string
  locale: string
  count: number
  value: number
}

/** Every number of a journey, counted from the rows themselves and not from the counts kept of them. */
export async function recount(workspace: string, journey: string, on: Runner = sql): Promise<JourneyNumber[]> {
  const rows = await on`
    with counted (version, node_id, metric, detail, locale, value) as (
      select version, entry_node, 'entered', '', locale, 0 from public.enrollments
      where workspace_id = ${workspace} and journey_id = ${journey}
      union all
      select version, '', 'converted', '', locale, (event.properties ->> 'worth')::numeric from public.enrollments enrollment
      join public.events event on event.workspace_id = enrollment.workspace_id and event.id = converted_by
      where enrollment.workspace_id = ${workspace} and journey_id = ${journey}
      union all
      select version, to_node, 'arrived', '', locale, 0 from public.step_log
      where workspace_id = ${workspace} and journey_id = ${journey} and to_node is not null
      union all
      select version, node_id, case when port is null then 'ended' else 'left' end, coalesce(port, because), locale, 0
      from public.step_log where workspace_id = ${workspace} and journey_id = ${journey}
      union all
      select version, node_id, kind, case when kind in ('skipped', 'failed') then detail else '' end, coalesce(locale, ''), 0
      from public.delivery_log log join public.deliveries delivery
        on delivery.workspace_id = log.workspace_id and delivery.id = delivery_id
      where log.workspace_id = ${workspace} and journey_id = ${journey} and kind in ('sent', 'skipped', 'failed')
        and channel not in ('webhook', 'task') and not (kind = 'failed' and exists (
          select from public.delivery_log later
          where later.workspace_id = log.workspace_id and later.delivery_id = log.delivery_id and later.kind = 'retried' and later.id > log.id))
      union all
      select version, node_id, metric, '', coalesce(locale, ''), 0
      from public.deliveries delivery,
        (values ('delivered', '{delivered,opened,clicked}'::text[]), ('opened', '{opened,clicked}'),
          ('clicked', '{clicked}'), ('unsubscribed', '{unsubscribed}')) heard (metric, kinds)
      where workspace_id = ${workspace} and journey_id = ${journey} and exists (
        select from public.delivery_log log
        where log.workspace_id = ${workspace} and log.delivery_id = delivery.id and kind = any (kinds))
    )
    select version, node_id, metric, detail, locale, count(*) as count, sum(value)::float as value
    from counted group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`
  return rows.map((row) => ({ ...row }) as JourneyNumber)
}

/** How many stand at each node of each version now. */
export async function standing(workspace: string, journey: string) {
  const rows = await sql`select version, node_id, count(*) as count from public.enrollments
    where workspace_id = ${workspace} and journey_id = ${journey} and ended_at is null group by 1, 2 order by 1, 2`
  return rows.map((row) => ({ ...row }))
}
