import postgres from 'postgres'
import { connect, sql } from './database.ts'

type Work = (transaction: postgres.TransactionSql) => Promise<unknown>

/**
 * Runs two pieces of work in two transactions that overlap: the first does its work and stays open, the second starts
 * and either waits for a lock of the first or finishes, then the first commits. Answers how each ended: `done`, `waited`
 * where the second had to wait before it was done, or the SQLSTATE it failed with; a deadlock is 40P01.
 */
export async function inTurns(first: Work, second: Work, thenFirst: Work = async () => undefined) {
  const connection = connect(2)
  let hold: Promise<string> | undefined
  let waited = false
  const one = ended(
    connection.begin(async (transaction) => {
      await first(transaction)
      const started = deferred<number>()
      hold = ended(
        connection.begin(async (other) => {
          const [row] = await other`select pg_backend_pid() as pid`
          started.tell(Number(row?.pid))
          await second(other)
        }),
      )
      waited = await waitsBeforeItEnds(await started.told, hold)
      await thenFirst(transaction)
    }),
  )
  const [outcome, other] = [await one, await hold]
  return [outcome, other === 'done' && waited ? 'waited' : other]
}

async function waitsBeforeItEnds(pid: number, work: Promise<unknown>) {
  let over = false
  const end = () => {
    over = true
  }
  work.then(end, end)
  for (;;) {
    const [row] = await sql`select wait_event_type = 'Lock' as waits from pg_stat_activity where pid = ${pid}`
    if (over) return false
    if (row?.waits) return true
  }
}

export async function ended(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (error instanceof postgres.PostgresError) return error.code
    throw error
  }
}

function deferred<T>() {
  let tell: (value: T) => void = () => undefined
  const told = new Promise<T>((resolve) => {
    tell = resolve
  })
  return { told, tell }
}
