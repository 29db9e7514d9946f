import { HttpError } from './httpError.ts'

/** The body as it came, unless it is larger than so many bytes. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
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
