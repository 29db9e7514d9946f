import { HttpError } from '../_shared/httpError.ts'

/** The mailbox reports in batches, and Postmark may send the bounced mail along. */
const MOST_BYTES = 10_000_000

/** The body as text, exactly as it was signed. */
export async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length')) > MOST_BYTES)
    throw new HttpError(413, 'too_large', `The body is larger than ${MOST_BYTES} bytes.`)
  return await request.text()
}
