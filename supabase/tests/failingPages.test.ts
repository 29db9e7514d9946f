import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { aJourney } from '../../src/testing/aJourney.ts'
import { type BatchReport, moveBatch } from '../functions/tick/moveBatch.ts'
import { aBareWorkspace } from './aWorkspace.ts'
import { claimAlone } from './claimAlone.ts'
import { sql } from './database.ts'
import { ingest } from './ingest.ts'
import { workerConnection } from './workerConnection.ts'

claimAlone()

const workspaces: string[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  await sql`delete from public.workspaces where id in ${sql(workspaces.splice(0))}`
})

const worker = workerConnection()
afterAll(() => worker.end())

/** Long before everything in other files; whoever fails is due first. */
const due = (minute: number) => new Date(Date.UTC(2001, 2, 1, 12, minute)).toISOString()

async function waiting(workspace: string, draft: object, people: { count: number; from: string; at: string }) {
  const [made] = await sql`insert into public.journeys (workspace_id, name, draft)
    values (${workspace}, 'Journey', ${sql.json(JSON.parse(JSON.stringify(draft)))}) returning id`
  await sql`select private.publish(${workspace}, ${made?.id}, 1, null, now())`
  const { count, from, at } = people
  await ingest(
    workspace,
    Array.from({ length: count }, (_, n) => ({
      user_id: `${from}${n}`,
      at,
      enters: [{ journey: String(made?.id), node: 'n_1' }],
    })),
  )
}

test('T7: of 450 runs that are due, a first page that fails as a whole keeps none of the later pages waiting', async () => {
  const errors = vi.spyOn(console, 'error').mockReturnValue()
  const workspace = await aBareWorkspace()
  workspaces.push(workspace)
  const sound = aJourney().trigger('Signed Up').exit('done').build()
  const spoiled = { ...sound, nodes: sound.nodes.map((node) => ({ ...node, type: 'teleport' })) }
  await waiting(workspace, spoiled, { count: 200, from: 'bad', at: due(0) })
  await waiting(workspace, sound, { count: 250, from: 'good', at: due(1) })

  const pages: BatchReport[] = []
  for (let page = 0; page < 4; page += 1) {
    pages.push(await worker.begin((on) => moveBatch(on, { now: Date.parse(due(2)), isMoved: true }, 200)))
  }
  const total = (of: 'enrollments' | 'failed' | 'ended') => pages.reduce((sum, page) => sum + page[of], 0)
  expect([total('enrollments'), total('failed'), total('ended')]).toEqual([450, 200, 250])
  // Nobody who failed is taken again before their time, and the last page finds nobody.
  expect(pages.map(({ enrollments }) => enrollments)).toEqual([200, 200, 50, 0])
  expect(errors).toHaveBeenCalledTimes(200)
  const [left] = await sql`select count(*)::int as count from public.enrollments
    where workspace_id = ${workspace} and ended_at is null and attempts = 1 and wake_at > ${due(2)}`
  expect(left).toEqual({ count: 200 })
})
