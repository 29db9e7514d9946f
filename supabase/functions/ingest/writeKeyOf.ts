import { Buffer } from 'node:buffer'
import { HttpError } from '../_shared/httpError.ts'

/** The write key: the user name of Basic authentication, as Segment's libraries send it. */
export function writeKeyOf(request: Request): string {
  const encoded = /^Basic\s+(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (!encoded)
    throw new HttpError(
      401,
      'no_write_key',
      'Send the write key as the user name of Basic authentication, with no password.',
    )
  const key = Buffer.from(encoded, 'base64').toString('utf8').split(':', 1)[0] ?? ''
  // Nothing else was ever a key, and Postgres takes no null character.
  return /^[\w-]{1,255}$/.test(key) ? key : ''
}
