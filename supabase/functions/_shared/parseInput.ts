import type { z } from 'zod'
import { HttpError } from './httpError.ts'

/** What a caller sent, in the shape we ask for; says what is wrong otherwise. Only what callers send: our own data that does not fit is our fault. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const { data, error } = schema.safeParse(value)
  if (error) throw new HttpError(400, 'invalid_input', 'The request is not valid.', error.issues)
  return data
}
