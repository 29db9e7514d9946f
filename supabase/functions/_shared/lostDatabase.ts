import { z } from 'zod'

/** Going away, coming back, not there, or the line is cut. */
const lost = z.object({
  code: z
    .string()
    .regex(/^(57P0[123]|08\w{3}|CONNECTION_\w+|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/),
})

/** Whether it was the way to the database that failed, and not what was asked of it. */
export const isLostDatabase = (error: unknown): boolean => lost.safeParse(error).success

const MOST_TRIES = 7
const FIRST_WAIT_MS = 100

/** Repeats what must be written down, for some seconds, while the database is away. `work` must do no harm twice. */
export async function untilBack<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === MOST_TRIES || !isLostDatabase(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** (tries - 1)))
    }
  }
}
