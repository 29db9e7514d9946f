import type { Clock } from '../_shared/clock.ts'
import { toInstant } from '../_shared/now.ts'
import type { Outcome } from './outcome.ts'
import { tryAgain } from './tryAgain.ts'

/** The last step of the back-off, about an hour; further tries wait as long. */
const LONGEST_STEP = 7
/** A server may ask for patience, but not for so much that the step is no longer there. */
const MOST_PATIENCE_MS = 3_600_000

interface Tries {
  /** How many there were, this one included. */
  attempts: number
  retries: number
  /** What the server said in `Retry-After`: seconds, or a date of HTTP. */
  retryAfter: string | undefined
  clock: Clock
}

/** After a failure that may pass: another try, later each time or when the server says, until all are used up. */
export function tryLater(
  error: string,
  { attempts, retries, retryAfter, clock }: Tries,
): Pick<Outcome, 'kind' | 'because' | 'error' | 'retry_at'> {
  if (attempts > retries) return { kind: 'failed', because: 'gaveUp', error }
  const again = tryAgain(error, { attempts: Math.min(attempts, LONGEST_STEP), clock })
  const wanted = waitOf(retryAfter, clock.now)
  if (wanted === undefined) return again
  return { ...again, retry_at: toInstant(clock.now + Math.min(Math.max(wanted, 1000), MOST_PATIENCE_MS)) }
}

function waitOf(retryAfter: string | undefined, now: number): number | undefined {
  if (retryAfter === undefined) return undefined
  const wait = /^\d+$/.test(retryAfter.trim()) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now
  return Number.isFinite(wait) ? wait : undefined
}
