import { type Runner, sql } from './database.ts'

type Step = { node_id: string; visit: number; at: string; port?: string; to_node?: string; because?: string }
type Send = { node_id: string; visit: number; at: string }

export type Run = {
  id: number
  node_id: string
  at: string
  arrived_seq?: number
  visits?: number
  wake_at?: string | null
  awaits?: string[]
  ended_because?: string
  steps?: Step[]
  sends?: Send[]
  changes?: { visit: number; at: string; change: Record<string, unknown> }[]
}

/** Claims what is due at that time, as a worker does; the rows stay locked until the transaction ends. */
export async function claim(on: Runner, workspace: string, clock: string, batchSize = 1000) {
  const rows = await on`select * from private.claim_enrollments(${clock}, ${batchSize})`
  return rows.filter((row) => row.workspace_id === workspace)
}

/** Writes down runs through `private.commit_runs`. Everything of a run happens at its one instant. */
export async function commitRuns(workspace: string, runs: Run[], on: Runner = sql) {
  const rows = runs.map(({ at, steps, sends, changes, ended_because, ...run }) => ({
    workspace_id: workspace,
    arrived_at: at,
    arrived_seq: 0,
    visits: 0,
    wake_at: null,
    awaits: [],
    attempts: 0,
    ended_at: ended_because ? at : null,
    ended_because: ended_because ?? null,
    ...run,
  }))
  const steps = runs.flatMap(({ id, steps = [] }) =>
    steps.map(({ at, ...step }) => ({
      workspace_id: workspace,
      id,
      arrived_at: at,
      left_at: at,
      because: 'next',
      ...step,
    })),
  )
  const email = { channel: 'email', topic: 'marketing', cap_class: 'marketing', status: 'queued' }
  const outbox = runs.flatMap(({ id, sends = [] }) =>
    sends.map(({ at, ...send }) => ({ workspace_id: workspace, id, due_at: at, ...email, ...send })),
  )
  const changes = runs.flatMap(({ id, changes = [] }) =>
    changes.map((one) => ({ workspace_id: workspace, id, ...one })),
  )
  const [standings, ...lists] = [rows, steps, outbox, changes].map((list) => JSON.stringify(list))
  await on`select private.commit_runs(${standings ?? ''}::text::jsonb, ${lists[0] ?? ''}::text::jsonb,
    ${lists[1] ?? ''}::text::jsonb, ${lists[2] ?? ''}::text::jsonb, '[]')`
}

export type Outcome = {
  id: string
  kind: 'sent' | 'skipped' | 'failed' | 'retried'
  because?: string
  locale?: string
  retry_at?: string
  error?: string
}

/** Gives the workspace's waiting messages to a worker, where a claim would also take those of other tests. */
export async function lend(workspace: string, worker: string) {
  await sql`update public.deliveries set lease = ${worker}, leased_until = now() + interval '1 minute'
    where workspace_id = ${workspace} and status = 'queued'`
}

/** Claims the workspace's due messages for a worker, for a minute. */
export async function claimDeliveries(worker: string, clock: string, leaseFor = '60 seconds', on: Runner = sql) {
  return on`select * from private.claim_deliveries(${clock}, 1000, ${worker}, ${leaseFor}::interval)`
}

export async function recordOutcomes(
  workspace: string,
  worker: string,
  outcomes: Outcome[],
  clock: string,
  on: Runner = sql,
) {
  const rows = outcomes.map((outcome) => ({ workspace_id: workspace, ...outcome }))
  const [changed] =
    await on`select private.record_outcomes(${JSON.stringify(rows)}::text::jsonb, ${worker}, ${clock}) as count`
  return Number(changed?.count)
}

export type Signal = { delivery_id: string; kind: string; at: string; detail?: string }

export async function recordSignals(workspace: string, signals: Signal[], on: Runner = sql) {
  const rows = signals.map((signal) => ({ workspace_id: workspace, ...signal }))
  const [heard] = await on`select private.record_signals(${JSON.stringify(rows)}::text::jsonb) as count`
  return Number(heard?.count)
}
