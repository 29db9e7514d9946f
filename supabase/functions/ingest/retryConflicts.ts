import { z } from 'zod'

/** A deadlock, or two batches that made the same contact at once; the transaction left nothing behind. */
const conflict = z.object({ code: z.enum(['40P01', '40001', '23505']) })
const MOST_TRIES = 4

/** Repeats a transaction that lost against another one; a conflict that stays is thrown. */
export async function retryConflicts<Result>(transact: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await transact()
    } catch (error) {
      if (tries === MOST_TRIES || !conflict.safeParse(error).success) throw error
    }
  }
}
