import { expect, test } from 'vitest'
import { migrationsDir } from '../local/folders.ts'
import { migrate } from '../local/migrate.ts'
import type { sql } from './database.ts'
import { inScratchDatabase } from './inScratchDatabase.ts'

type Sql = typeof sql

/** Works in a database of its own: what is dropped is dropped for everybody. */
const alone = (work: (on: Sql) => Promise<void>) =>
  inScratchDatabase(async (url, on) => {
    await migrate(url, migrationsDir)
    // The partitions of today are gone with it.
    await keep(on, '2030-05-20T12:00Z', 1)
    await work(on)
  })

const partitions = async (on: Sql, log: string) => {
  const rows = await on`select inhrelid::regclass::text as name from pg_inherits
    where inhparent = ${log}::regclass and inhrelid::regclass::text > ${`private.${log.slice(7)}_2030`} order by 1`
  return rows.map((row) => String(row.name))
}
const keep = async (on: Sql, clock: string, months: number) => {
  const [row] = await on`select private.keep_logs(${clock}, ${months}) as dropped`
  return row?.dropped
}

/** One step that was left then. */
async function log(on: Sql, workspace: string, at: string) {
  await on`insert into public.step_log (workspace_id, enrollment_id, journey_id, version, contact_id, locale, node_id, visit, arrived_at, left_at, because)
    values (${workspace}, 1, gen_random_uuid(), 1, 1, '', 't', 1, ${at}, ${at}, 'exit')`
}
const logged = async (on: Sql) => {
  const rows = await on`select tableoid::regclass::text as held_by, left_at from public.step_log order by left_at`
  return rows.map((row) => `${row.left_at.toISOString().slice(0, 10)} ${row.held_by.replace('private.', '')}`)
}
async function aTenant(on: Sql) {
  const [row] =
    await on`insert into public.workspaces (name, source_locale, time_zone) values ('T', 'en', 'UTC') returning id`
  return String(row?.id)
}

test('the months that are needed have partitions, made ahead, in both logs', () =>
  alone(async (on) => {
    const months = ['2030_05', '2030_06', '2030_07']
    for (const log of ['public.step_log', 'public.delivery_log']) {
      const named = (month: string) => `${log.replace('public', 'private')}_${month}`
      expect(await partitions(on, log)).toEqual([...months.map(named), named('other')])
    }
    await keep(on, '2030-06-01T00:00Z', 0)
    expect(await partitions(on, 'public.step_log')).toContain('private.step_log_2030_08')
    const [row] =
      await on`select bool_and(relrowsecurity) as all_on from pg_class where relkind = 'r' and relname ~ '_log_2030'`
    expect(row).toEqual({ all_on: true })
  }))

test('rows land in the partition of their month, by the clock of UTC; others in the default one', () =>
  alone(async (on) => {
    const workspace = await aTenant(on)
    for (const at of ['2030-05-31T23:59:59.999Z', '2030-06-01T00:00:00Z', '2031-01-01T00:00Z'])
      await log(on, workspace, at)
    expect(await logged(on)).toEqual([
      '2030-05-31 step_log_2030_05',
      '2030-06-01 step_log_2030_06',
      '2031-01-01 step_log_other',
    ])
  }))

test('whole partitions are dropped once they are over for so long, older rows of the default one too; counts stay', () =>
  alone(async (on) => {
    const workspace = await aTenant(on)
    const [journey] = await on`insert into public.journeys (workspace_id, name) values (${workspace}, 'J') returning id`
    await on`select private.add_stats(array[row(${workspace}, ${journey?.id}, 1, 't', 'ended', 'exit', '', '2020-05-05Z', 0)::private.stat])`
    for (const at of ['2020-05-05Z', '2030-05-31T23:00Z', '2030-06-01Z']) await log(on, workspace, at)
    expect(await keep(on, '2031-05-31T23:59Z', 12)).toEqual([])
    expect(await logged(on)).toEqual(['2030-05-31 step_log_2030_05', '2030-06-01 step_log_2030_06'])
    expect(await keep(on, '2031-06-01T00:00Z', 12)).toEqual([
      'private.step_log_2030_05',
      'private.delivery_log_2030_05',
    ])
    expect(await logged(on)).toEqual(['2030-06-01 step_log_2030_06'])
    const [{ count } = {}] = await on`select sum(count)::int as count from public.journey_stats`
    expect(count).toBe(1)
  }))

test('zero months keep everything', () =>
  alone(async (on) => {
    await log(on, await aTenant(on), '2020-05-05Z')
    expect(await keep(on, '2090-01-01Z', 0)).toEqual([])
    expect(await logged(on)).toHaveLength(1)
  }))

test('a month of which rows are known already stays in the default partition, and the next ones are made', () =>
  alone(async (on) => {
    await log(on, await aTenant(on), '2030-08-05Z')
    await keep(on, '2030-07-05Z', 0)
    const made = await partitions(on, 'public.step_log')
    expect(made).not.toContain('private.step_log_2030_08')
    expect(made).toContain('private.step_log_2030_09')
  }))
