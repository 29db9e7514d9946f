import { expect, test } from 'vitest'
import type { Journey } from '../../src/engine/journey.ts'
import { aJourney } from '../../src/testing/aJourney.ts'
import { moveBatch } from '../functions/tick/moveBatch.ts'
import { migrationsDir } from '../local/folders.ts'
import { migrate } from '../local/migrate.ts'
import type { sql } from './database.ts'
import { ingest } from './ingest.ts'
import { inScratchDatabase } from './inScratchDatabase.ts'
import { type WorkerConnection, workerConnection } from './workerConnection.ts'

const SEED = 20_270_302
const KILLS = 1000
const PEOPLE = 40
const entered = Date.parse('2027-03-01T12:00:00Z')
const HOUR = 3_600_000
/** When the workers look, in hours from the entry. */
const looks = [0, 1, 2, 25, 26, 50, 51, 100]

const drawn: Journey = aJourney()
  .trigger('Signed Up')
  .wait('PT1H')
  .branch(
    { pro: { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'pro' } } },
    { pro: (lane) => lane.email('For pros').wait('P1D') },
  )
  .update({ do: 'add', attribute: 'score', by: 5 })
  .email('For all')
  .waitFor('Ordered', 'P2D', { happened: (lane) => lane.task({ title: 'Thank' }) })
  .email('Goodbye')
  .exit('done')
  .build()

/** Draws that are the same in every run of the test. */
function dice(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

async function aPublished(scratch: typeof sql): Promise<{ workspace: string; journey: string }> {
  const [tenant] = await scratch`insert into public.workspaces (name, source_locale, time_zone)
    values ('Tenant', 'en', 'Europe/Bucharest') returning id`
  const workspace = String(tenant?.id)
  const [made] = await scratch`insert into public.journeys (workspace_id, name, draft)
    values (${workspace}, 'Journey', ${scratch.json(JSON.parse(JSON.stringify(drawn)))}) returning id`
  await scratch`select private.publish(${workspace}, ${made?.id}, 1, null, now())`
  return { workspace, journey: String(made?.id) }
}

async function letIn(scratch: typeof sql, { workspace, journey }: { workspace: string; journey: string }) {
  const at = new Date(entered).toISOString()
  const people = Array.from({ length: PEOPLE }, (_, n) => ({
    user_id: `u${n}`,
    email: `u${n}@people.example`,
    traits: { plan: n % 3 === 0 ? 'pro' : 'free' },
    at,
    enters: [{ journey, node: 'n_1' }],
  }))
  await ingest(workspace, people, scratch)
  const orders = Array.from({ length: PEOPLE / 2 }, (_, n) => ({
    user_id: `u${n * 2}`,
    name: 'Ordered',
    at: new Date(entered + 30 * HOUR).toISOString(),
  }))
  await ingest(workspace, orders, scratch)
}

/**
 * One try of a worker that dies in the middle: before it commits, or at a random moment within. To the database a worker that
 * dies is a transaction that is broken off, and so it is here, where a connection that is cut would take the test along.
 */
async function dyingTry(worker: WorkerConnection, killer: WorkerConnection, draw: () => number, now: number) {
  class Died extends Error {}
  const cut = draw() < 0.5
  try {
    await worker.begin(async (transaction) => {
      const [{ pid } = { pid: 0 }] = await transaction`select pg_backend_pid() as pid`
      const knife = cut ? after(draw() * 6, () => killer`select pg_cancel_backend(${pid})`) : undefined
      await moveBatch(transaction, { now, isMoved: true }, 1 + Math.floor(draw() * 4))
      await knife
      throw new Died()
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (!(error instanceof Died || code === '57014')) throw error
  }
}

const after = (ms: number, work: () => Promise<unknown>) =>
  new Promise<unknown>((resolve) => setTimeout(() => resolve(work()), ms))

async function untilDone(worker: WorkerConnection, now: number) {
  while (true) {
    const done = await worker.begin((transaction) => moveBatch(transaction, { now, isMoved: true }, 7))
    if (done.failed > 0) throw new Error('A run failed')
    if (done.enrollments === 0) return
  }
}

/** What became of everybody: their steps, and what went to the outbox; without the ids of this run. */
async function story(scratch: typeof sql, { workspace, journey }: { workspace: string; journey: string }) {
  const steps = await scratch`
    select contact.external_id, step.visit, step.node_id, step.arrived_at, step.left_at, step.port, step.because
    from public.step_log step join public.contacts contact on contact.workspace_id = ${workspace} and contact.id = step.contact_id
    where step.workspace_id = ${workspace} order by 1, 2`
  const outbox = await scratch`
    select contact.external_id, delivery.node_id, delivery.visit, delivery.channel, delivery.status, delivery.due_at
    from public.deliveries delivery join public.contacts contact
      on contact.workspace_id = ${workspace} and contact.id = delivery.contact_id
    where delivery.workspace_id = ${workspace} order by 1, 3, 2`
  const scores =
    await scratch`select external_id, attributes from public.contacts where workspace_id = ${workspace} order by 1`
  const numbers =
    await scratch`select node_id, metric, detail, count::int from public.journey_numbers(${workspace}, ${journey})
    order by 1, 2, 3`
  const logged = await scratch`
    select node_id, metric, detail, count(*)::int as count from (
      select node_id, case when port is null then 'ended' else 'left' end as metric, coalesce(port, because) as detail
      from public.step_log where workspace_id = ${workspace}
      union all
      select to_node, 'arrived', '' from public.step_log where workspace_id = ${workspace} and to_node is not null
      union all
      select entry_node, 'entered', '' from public.enrollments where workspace_id = ${workspace}
    ) each group by 1, 2, 3 order by 1, 2, 3`
  return { steps: [...steps], outbox: [...outbox], scores: [...scores], numbers: [...numbers], logged: [...logged] }
}

test(`X2: two workers, killed ${KILLS} times at random moments, leave everybody where undisturbed ones do`, async () => {
  await inScratchDatabase(async (url, scratch) => {
    await migrate(url, migrationsDir)
    const workers = [workerConnection(url), workerConnection(url)]
    const [calm] = workers
    if (!calm) throw new Error('No worker')

    const undisturbed = await aPublished(scratch)
    await letIn(scratch, undisturbed)
    for (const hours of looks) await untilDone(calm, entered + hours * HOUR)

    const disturbed = await aPublished(scratch)
    await letIn(scratch, disturbed)
    const killer = workerConnection(url)
    for (const [nth, hours] of looks.entries()) {
      const now = entered + hours * HOUR
      await Promise.all(
        workers.map(async (worker, index) => {
          const draw = dice(SEED + nth * 2 + index)
          for (let n = 0; n < KILLS / looks.length / 2; n += 1) await dyingTry(worker, killer, draw, now)
        }),
      )
      await Promise.all(workers.map((worker) => untilDone(worker, now)))
    }

    const [wanted, got] = [await story(scratch, undisturbed), await story(scratch, disturbed)]
    expect(got).toEqual(wanted)
    expect(got.steps.length).toBeGreaterThan(PEOPLE * 6)
    expect(new Set(got.outbox.map((row) => JSON.stringify(row))).size).toBe(got.outbox.length)
    expect(got.numbers).toEqual(got.logged)
    await Promise.all([...workers, killer].map((each) => each.end()))
  })
}, 120_000)
