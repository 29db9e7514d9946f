import { z } from 'zod'
import { sql } from '../_shared/database.ts'
import type { Context } from '../_shared/handle.ts'
import { HttpError } from '../_shared/httpError.ts'
import { parseInput } from '../_shared/parseInput.ts'
import { parseJson } from '../_shared/parseJson.ts'
import { isSigned } from '../_shared/signedToken.ts'

const signals = z.array(
  z.strictObject({
    workspace_id: z.uuid(),
    delivery_id: z.uuid(),
    kind: z.enum(['delivered', 'bounced', 'complained']),
    detail: z.string().max(1000).optional(),
    at: z.iso.datetime({ offset: true }),
  }),
)

/**
 * What the receiving side says of messages, signed: `POST /mailbox` with `x-perennial-signature`. A bounce means for good.
 * Answers how many were known.
 */
export async function callbacks(request: Request, { path }: Context): Promise<Response> {
  if (path !== '/mailbox') throw new HttpError(404, 'unknown_provider', 'Nobody sends callbacks to this address.')
  const body = await request.text()
  if (!isSigned(body, request.headers.get('x-perennial-signature') ?? ''))
    throw new HttpError(401, 'bad_signature', 'The callback is not signed with our secret.')
  const parsed = parseInput(signals, parseJson(body))
  const [row] = await sql`select private.record_signals(${JSON.stringify(parsed)}::text::jsonb) as heard`
  return Response.json({ heard: row?.heard })
}
