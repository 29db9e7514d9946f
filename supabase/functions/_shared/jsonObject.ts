import { z } from 'zod'

/** A JSON object from the database, whatever is in it; as it is, where `z.record` would copy it key by key. */
export const jsonObject = z.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
)
