import { expect, inject, test, vi } from 'vitest'
import type { Rule } from '../../../src/audience/rule.ts'
import { aWorkspace } from '../_testing/aWorkspace.ts'
import { later, send, start } from '../_testing/events.ts'
import { aSegment, aSegmentEdited, checksOf, membersOf, movesOf } from '../_testing/segments.ts'
import { sql } from '../_testing/stack.ts'
import { tick } from '../_testing/worker.ts'

const statements: string[] = []

// The worker's own code in this process, with every statement written down as it goes to the server.
vi.mock('postgres', async (importOriginal) => {
  const { default: connect } = await importOriginal<{ default: typeof import('postgres') }>()
  const debug = (_connection: number, statement: string) => statements.push(statement.trim())
  return { default: (url: string, options: object) => connect(url, { ...options, debug }) }
})

const bought: Rule = { if: 'performed', event: { name: 'bought', where: [] }, within: 'P2D' }
const buy = (people: number, at = start) =>
  Array.from({ length: people }, (_, index) => ({
    type: 'track',
    userId: `u${index}`,
    event: 'bought',
    timestamp: at,
  }))

test('looking takes the same number of SQL statements for 1, 50 and 500 contacts', async () => {
  process.env.SUPABASE_DB_URL = inject('databaseUrl')
  const { runChecks } = await import('./runChecks.ts')
  const { sql: pool } = await import('../_shared/database.ts')
  await tick(later({ days: 9 }))
  const counts: number[] = []
  for (const people of [1, 1, 50, 500]) {
    const workspace = await aWorkspace()
    const segment = await aSegment(workspace, bought)
    await tick(start)
    await send(workspace, buy(people))
    statements.length = 0
    expect(await runChecks({ now: Date.parse(later({ days: 1 })), isMoved: true }, 500)).toBe(people)
    counts.push(statements.filter((statement) => !statement.includes('pg_catalog.pg_type')).length)
    expect(await membersOf(segment)).toHaveLength(people)
  }
  await pool.end()
  expect(new Set(counts).size).toBe(1)
  expect(counts[0]).toBeLessThanOrEqual(8)
})

test('workers side by side move everybody once', async () => {
  const workspace = await aWorkspace({ timeZone: 'UTC' })
  const segment = await aSegment(workspace, bought)
  await tick(start)
  await send(workspace, buy(1200))
  await Promise.all([0, 1, 2, 3].map(() => tick(later({ days: 5 }))))
  await tick(later({ days: 5 }))
  const moves = await movesOf(segment)
  expect(moves).toHaveLength(2400)
  expect(new Set(moves).size).toBe(2400)
  expect(await membersOf(segment)).toEqual([])
  expect(await checksOf(segment)).toHaveLength(0)
})

test('D41: a rule edited while everybody is being looked at is the one that counts', async () => {
  const workspace = await aWorkspace({ timeZone: 'UTC' })
  await send(workspace, buy(30))
  const segment = await aSegment(workspace, bought)
  // As after the first contacts of a large workspace: some have been looked at under the rule that is given up now.
  await sql`
    select private.settle_segment(${workspace.id}, ${segment.id}, ${start}, 0, max(id), array_agg(id))
    from (select id from public.contacts where workspace_id = ${workspace.id} order by id limit 10) early`
  expect(await membersOf(segment)).toHaveLength(10)
  await aSegmentEdited(segment, { if: 'performed', event: { name: 'sold', where: [] } })
  await send(
    workspace,
    [{ type: 'track', userId: 'u20', event: 'sold', timestamp: later({ hours: 1 }) }],
    later({ hours: 1 }),
  )
  await tick(later({ hours: 2 }))
  expect(await membersOf(segment)).toEqual(['u20'])
  expect(await movesOf(segment)).toEqual([])
})

test('a rule that cannot be answered is set aside and says so; the others go on', async () => {
  const workspace = await aWorkspace()
  await send(workspace, buy(1))
  const [broken, sound] = [await aSegment(workspace, bought), await aSegment(workspace, bought)]
  await sql`update public.segments set rule = '{"if": "teleported"}' where id = ${broken.id}`
  await tick(start)
  const [row] = await sql`select state from public.segments where id = ${broken.id}`
  expect(row?.state).toBe('failed')
  expect(await membersOf(sound)).toEqual(['u0'])
})
