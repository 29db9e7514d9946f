import { z } from 'zod'
import { sql } from '../_shared/database.ts'
import type { Context } from '../_shared/handle.ts'
import { HttpError } from '../_shared/httpError.ts'
import { parseInput } from '../_shared/parseInput.ts'
import { parseJson } from '../_shared/parseJson.ts'
import { readBytes } from '../_shared/readBytes.ts'
import { isSigned } from '../_shared/signedToken.ts'
import { hearProvider } from './hearProvider.ts'

/** The mailbox reports in batches, and Postmark may send the bounced mail along. */
const MOST_BYTES = 10_000_000

const signals = z.array(
  z.strictObject({
    workspace_id: z.uuid(),
    delivery_id: z.uuid(),
    kind: z.enum(['delivered', 'opened', 'clicked', 'bounced', 'complained']),
    detail: z.string().max(2000).optional(),
    at: z.iso.datetime({ offset: true }),
  }),
)

/**
 * What the receiving side says of messages: the mailbox, signed, at `POST /mailbox`; a workspace's provider, in its own form and
 * proved as it does, at `POST /<kind>/<workspace>/<provider>`. A bounce means for good. Answers how many were known.
 */
export async function callbacks(request: Request, { path }: Context): Promise<Response> {
  // Exactly as it was signed.
  const body = new TextDecoder().decode(await readBytes(request, MOST_BYTES))
  const parsed = parseInput(
    signals,
    path === '/mailbox' ? fromMailbox(request, body) : await fromProvider(request, { path, body }),
  )
  const [row] = await sql`select private.record_signals(${JSON.stringify(parsed)}::text::jsonb) as heard`
  return Response.json({ heard: row?.heard })
}

function fromMailbox(request: Request, body: string): unknown {
  if (!isSigned(body, request.headers.get('x-perennial-signature') ?? ''))
    throw new HttpError(401, 'bad_signature', 'The callback is not signed with our secret.')
  return parseJson(body)
}

async function fromProvider({ headers }: Request, { path, body }: { path: string; body: string }): Promise<unknown> {
  const [, kind = '', workspace = '', id = ''] = /^\/([a-z]+)\/([0-9a-f-]{36})\/([0-9a-f-]{36})$/.exec(path) ?? []
  const heard = await hearProvider({ kind, workspace, id }, { headers, body, now: Date.now() })
  if (!heard) throw new HttpError(404, 'unknown_provider', 'Nobody sends callbacks to this address.')
  return heard
}
