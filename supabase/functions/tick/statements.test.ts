import { expect, inject, test, vi } from 'vitest'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { aWorkspace } from '../_testing/aWorkspace.ts'
import { later, send, start } from '../_testing/events.ts'
import { enrollmentsOf, tick } from '../_testing/worker.ts'

const statements: string[] = []

// The worker's own code in this process, with every statement written down as it goes to the server.
vi.mock('postgres', async (importOriginal) => {
  const { default: connect } = await importOriginal<{ default: typeof import('postgres') }>()
  const debug = (_connection: number, statement: string) => statements.push(statement.trim())
  return { default: (url: string, options: object) => connect(url, { ...options, debug }) }
})

test('a batch takes the same number of SQL statements for 1, 50 and 500 enrollments', async () => {
  process.env.SUPABASE_DB_URL = inject('databaseUrl')
  const { runBatch } = await import('./runBatch.ts')
  const { sql } = await import('../_shared/database.ts')
  await tick(later({ days: 9 }))

  const drawn = aJourney().trigger('Opened').waitFor('bought', 'P9D').email('Hello').exit()
  const counts: number[] = []
  for (const people of [1, 1, 50, 500]) {
    const journey = await aLiveJourney(await aWorkspace(), drawn)
    const calls = Array.from({ length: people }, (_, index) => ({
      type: 'track',
      userId: `u${index}`,
      event: 'Opened',
    }))
    await send(journey.workspace, calls)
    await runBatch({ now: Date.parse(start), isMoved: true }, 500)
    statements.length = 0
    const report = await runBatch({ now: Date.parse(later({ days: 9 })), isMoved: true }, 500)
    expect(report).toEqual({ enrollments: people, steps: 3 * people, ended: people, failed: 0 })
    expect((await enrollmentsOf(journey)).every(({ ended_because }) => ended_because === 'exit')).toBe(true)
    counts.push(statements.filter((statement) => !statement.includes('pg_catalog.pg_type')).length)
  }
  await sql.end()
  expect(new Set(counts).size).toBe(1)
  expect(counts[0]).toBeLessThanOrEqual(7)
})
