import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import { BATCH_SIZE } from './scale.ts'

const batch = z.object({ at: z.number(), enrollments: z.number() })
const done = z.object({
  steps: z.number(),
  failed: z.number(),
  batches: z.array(batch),
  cpuMs: z.number(),
  bytes: z.number(),
})

export interface Moved {
  steps: number
  perSecond: number
  /** Time of the processor in the workers, for one step. */
  cpuMicroseconds: number
  /** Of the largest worker. */
  bytes: number
  /** When each batch was written down, in epoch milliseconds. */
  batches: { at: number; enrollments: number }[]
}

/** Workers that stay between rounds, as the processes of a hosted function do. */
export class Workers {
  private constructor(private readonly processes: readonly ChildProcess[]) {}

  static async start(databaseUrl: string, count: number): Promise<Workers> {
    const processes = Array.from({ length: count }, () =>
      fork(join(import.meta.dirname, 'workerProcess.ts'), {
        execArgv: ['--import', 'tsx'],
        env: { ...process.env, SUPABASE_DB_URL: databaseUrl },
      }),
    )
    await Promise.all(processes.map((worker) => once(worker, 'message')))
    return new Workers(processes)
  }

  /** Lets so many of them move everybody who is due. */
  async move(count: number, { size = BATCH_SIZE, until = 0, slots = 1 } = {}): Promise<Moved> {
    const started = performance.now()
    const reports = await Promise.all(
      this.processes.slice(0, count).map(async (worker) => {
        worker.send({ size, until, slots })
        const [message] = await once(worker, 'message')
        return done.parse(message)
      }),
    )
    const seconds = (performance.now() - started) / 1000
    const steps = reports.reduce((sum, report) => sum + report.steps, 0)
    const cpuMs = reports.reduce((sum, report) => sum + report.cpuMs, 0)
    if (reports.some(({ failed }) => failed > 0)) throw new Error('Steps failed: see what the workers say.')
    return {
      steps,
      perSecond: steps / seconds,
      cpuMicroseconds: (cpuMs * 1000) / steps,
      bytes: Math.max(...reports.map(({ bytes }) => bytes)),
      batches: reports.flatMap(({ batches }) => batches).sort((one, other) => one.at - other.at),
    }
  }

  stop() {
    for (const worker of this.processes) worker.disconnect()
  }
}
