import { expect, test } from 'vitest'
import { call, secret, sql } from '../_testing/stack.ts'

test('a call by the schedule makes the partitions of the logs that are missing', async () => {
  const [{ name } = {}] =
    await sql`select format('private.step_log_%s', to_char(now() at time zone 'UTC' + interval '2 months', 'YYYY_MM')) as name`
  await sql.unsafe(`drop table ${String(name)}`)
  expect((await call('/functions/v1/tick', { headers: secret(), body: {} })).status).toBe(200)
  const [made] = await sql`select to_regclass(${name}) is not null as is_there`
  expect(made).toEqual({ is_there: true })
})
