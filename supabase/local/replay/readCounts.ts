import type postgres from 'postgres'

/** What the overlay counts of a journey, in the words of the recount. */
export async function readCounts(sql: postgres.Sql, journeyId: string): Promise<Record<string, number>> {
  const rows = await sql<{ key: string; count: string }[]>`
    select case stat.metric when 'converted' then 'converted' else concat_ws(' ', stat.node_id, stat.metric, stat.detail) end as key,
      sum(stat.count)::text as count
    from public.journey_stats stat
    where stat.journey_id = ${journeyId} and stat.metric in ('left', 'ended', 'converted')
    group by 1 order by 1`
  return Object.fromEntries(rows.map(({ key, count }) => [key, Number(count)]))
}
