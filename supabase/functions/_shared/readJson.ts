import type { z } from 'zod'
import { parseInput } from './parseInput.ts'
import { parseJson } from './parseJson.ts'
import { readBytes } from './readBytes.ts'

/** The body as JSON of a known shape; says what is wrong otherwise. `limit` is in bytes. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  limit = 1_000_000,
): Promise<z.infer<Schema>> {
  const bytes = await readBytes(request, limit)
  return parseInput(schema, parseJson(new TextDecoder().decode(bytes)))
}
