import type { Clock } from '../_shared/clock.ts'
import { toInstant } from '../_shared/now.ts'
import type { Outcome } from './outcome.ts'

export const MOST_ATTEMPTS = 8
const FIRST_RETRY_MS = 30_000

/** After a failure that may pass: another try, twice as long after as the last, until it is given up. */
export function tryAgain(
  error: string,
  { attempts, clock }: { attempts: number; clock: Clock },
): Pick<Outcome, 'kind' | 'because' | 'error' | 'retry_at'> {
  if (attempts >= MOST_ATTEMPTS) return { kind: 'failed', because: 'gaveUp', error }
  // Spread by a tenth, so that messages refused together do not all come back together.
  const wait = FIRST_RETRY_MS * 2 ** (attempts - 1) * (0.95 + Math.random() / 10)
  return { kind: 'retried', error, retry_at: toInstant(clock.now + wait) }
}
