import type { z } from 'zod'
import { sql } from '../_shared/database.ts'
import type { Context } from '../_shared/handle.ts'
import { HttpError } from '../_shared/httpError.ts'
import { messageLink, readToken } from '../_shared/signedToken.ts'

const pixel = Uint8Array.from(atob('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'), (letter) =>
  letter.charCodeAt(0),
)

/** `/o/<token>` is the picture that tells of an open; `/c/<token>` tells of a click and leads on. Tokens are signed, so nobody can make it lead anywhere else. */
export async function track(request: Request, { path }: Context): Promise<Response> {
  const [, kind, token = ''] = /^\/([oc])\/([\w.-]+)$/.exec(path) ?? []
  const link = readToken(token, messageLink)
  if (!link || (kind === 'c' && !link.u)) throw new HttpError(404, 'unknown_link', 'This link is not valid.')
  // Mail scanners ask for the head of every address; people's programs fetch it.
  if (request.method === 'GET') await record(link, kind === 'c' ? 'clicked' : 'opened')
  return kind === 'c' && link.u
    ? new Response(null, { status: 302, headers: { location: link.u, 'cache-control': 'no-store' } })
    : new Response(pixel, { headers: { 'content-type': 'image/gif', 'cache-control': 'no-store' } })
}

const record = ({ w, d, u = '' }: z.infer<typeof messageLink>, kind: 'opened' | 'clicked') => sql`
  select private.record_signals(jsonb_build_array(jsonb_build_object('workspace_id', ${w}::text, 'delivery_id', ${d}::text,
    'kind', ${kind}::text, 'detail', ${u}::text, 'at', now())))`
