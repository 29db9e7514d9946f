import { z } from 'zod'

/** What every provider asks for: the address mail comes from, and how many a second it takes, where that is known. */
export const sharedSettings = {
  from: z.email().max(320),
  perSecond: z.int().min(1).max(1000).optional(),
}

/** A key as services hand them out: one line of visible characters. */
export const key = z.string().regex(/^[\x21-\x7e]{1,300}$/)
