import { journeyOfLength, putLive } from './journeys.ts'
import type { Bench } from './steps.ts'

const NODES = 200
const DAYS = 90

/** What the canvas shows of a journey of 200 steps: its hourly counts added up, beside counting the log; then ten times the log. */
export async function measureOverlay(bench: Bench) {
  const { scale, report } = bench
  const few = await overlayOf(bench, scale.logRows / 10)
  const many = await overlayOf(bench, scale.logRows)
  const rows = scale.logRows.toLocaleString('en')
  report.add(
    `numbers of a journey of ${NODES} steps, ${DAYS} days by the hour, ${(scale.logRows / 10).toLocaleString('en')} log rows`,
    few.overlay,
    'ms',
  )
  report.add(`numbers of such a journey, ${rows} log rows`, many.overlay, 'ms')
  report.add(`  the same by counting the log`, many.counting, 'ms')
  report.hold({ what: 'counting the log : numbers of a journey', ratio: many.counting / many.overlay, least: 50 })
  report.hold({
    what: 'numbers of a journey, ten times the log',
    ratio: many.overlay / few.overlay,
    least: 0,
    most: 1.15,
  })
}

async function overlayOf({ sql, workspace }: Bench, rows: number) {
  const journey = await putLive(sql, workspace, journeyOfLength(NODES))
  await sql`
    insert into public.step_log (workspace_id, enrollment_id, journey_id, version, contact_id, locale, node_id, visit,
      arrived_at, left_at, port, to_node, because)
    select ${workspace}, n / ${NODES}, ${journey}, 1, 1 + n % 1000, 'en', 'n_' || n % ${NODES}, 1, at, at, 'next',
      'n_' || (n + 1) % ${NODES}, 'next'
    from generate_series(1, ${rows}::int) n
    cross join lateral (select date_trunc('hour', now()) - (n / ${NODES}) % (${DAYS} * 24) * interval '1 hour' as at) happened`
  await sql`select private.add_tallies(array_agg(tally)) from (
      select row(workspace_id, journey_id, version, node_id, metric, detail, locale, at, count(*), 0)::private.tally as tally
      from (
        select workspace_id, journey_id, version, node_id, 'left', port, locale, left_at from public.step_log where journey_id = ${journey}
        union all
        select workspace_id, journey_id, version, to_node, 'arrived', '', locale, left_at from public.step_log where journey_id = ${journey}
      ) one (workspace_id, journey_id, version, node_id, metric, detail, locale, at)
      group by workspace_id, journey_id, version, node_id, metric, detail, locale, at) counted`
  await sql`vacuum analyze public.step_log, public.journey_stats, public.journey_counts`
  const overlay = await quickest(51, () => sql`select * from public.journey_numbers(${workspace}, ${journey})`)
  const counting = await quickest(
    5,
    () => sql`
      select version, node_id, 'left' as metric, port, locale, count(*) from public.step_log
      where workspace_id = ${workspace} and journey_id = ${journey} group by 1, 2, 4, 5
      union all
      select version, to_node, 'arrived', '', locale, count(*) from public.step_log
      where workspace_id = ${workspace} and journey_id = ${journey} group by 1, 2, 5`,
  )
  return { overlay, counting }
}

async function quickest(times: number, work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < times; turn++) {
    const started = performance.now()
    await work()
    best = Math.min(best, performance.now() - started)
  }
  return best
}
