import type { z } from 'zod'
import { HttpError } from './httpError.ts'
import { parseInput } from './parseInput.ts'
import { parseJson } from './parseJson.ts'

/** The body as JSON of a known shape; says what is wrong otherwise. `limit` is in bytes. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  limit = 1_000_000,
): Promise<z.infer<Schema>> {
  const bytes = await readBytes(request, limit)
  return parseInput(schema, parseJson(new TextDecoder().decode(bytes)))
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.byteLength
    if (size > limit)
      throw new HttpError(413, 'too_large', `The body is larger than ${limit} bytes. Send smaller batches.`)
    parts.push(part)
  }
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.byteLength
  }
  return bytes
}
