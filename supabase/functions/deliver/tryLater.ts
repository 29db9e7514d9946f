import type { Clock } from '../_shared/clock.ts'
import { toInstant } from '../_shared/now.ts'
import type { Outcome } from './outcome.ts'
import { tryAgain } from './tryAgain.ts'
import { waitOf } from './waitOf.ts'

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
  return tryAfter(error, waitOf(retryAfter, clock.now), { attempts: Math.min(attempts, LONGEST_STEP), clock })
}

/** Another try, after as many milliseconds as the other side asked for, an hour at most; later each time where it did not. */
export function tryAfter(
  error: string,
  after: number | undefined,
  tries: { attempts: number; clock: Clock },
): Pick<Outcome, 'kind' | 'because' | 'error' | 'retry_at'> {
  const again = tryAgain(error, tries)
  if (after === undefined || again.kind === 'failed') return again
  return { ...again, retry_at: toInstant(tries.clock.now + Math.min(Math.max(after, 1000), MOST_PATIENCE_MS)) }
}
