import process from 'node:process'
import { z } from 'zod'
import { HttpError } from './httpError.ts'

/** The time a call works with, in epoch milliseconds; `isMoved` where the caller has set it. */
export interface Clock {
  now: number
  isMoved: boolean
}

const instant = z.iso.datetime({ offset: true })

/**
 * A test, a demo or a replay may say what time it is in the header `x-perennial-clock` (RFC 3339): only with the secret
 * key, and only where PERENNIAL_CLOCK is "movable". Everybody else gets the time of the database.
 */
export function movedClock(request: Request, { isSecret }: { isSecret: boolean }): number | undefined {
  const wanted = request.headers.get('x-perennial-clock')
  if (wanted === null) return undefined
  if (!isSecret || process.env.PERENNIAL_CLOCK !== 'movable')
    throw new HttpError(
      403,
      'clock_fixed',
      'The clock can be moved with the secret key only, and only where that is enabled.',
    )
  const parsed = instant.safeParse(wanted)
  if (!parsed.success) throw new HttpError(400, 'invalid_clock', `"${wanted}" is not an RFC 3339 instant.`)
  return Date.parse(parsed.data)
}
