import { sql } from '../_shared/database.ts'
import type { Context } from '../_shared/handle.ts'
import { HttpError } from '../_shared/httpError.ts'
import { messageLink, readToken } from '../_shared/signedToken.ts'

const pixel = Uint8Array.from(atob('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'), (letter) =>
  letter.charCodeAt(0),
)

/** `/o/<token>` is the picture that tells of an open; `/c/<token>` tells of a click and leads on. Tokens are signed, so nobody can make it lead anywhere else. */
export async function track(_request: Request, { path }: Context): Promise<Response> {
  const [, kind, token = ''] = /^\/([oc])\/([\w.-]+)$/.exec(path) ?? []
  const link = readToken(token, messageLink)
  if (!link || (kind === 'c' && !link.u)) throw new HttpError(404, 'unknown_link', 'This link is not valid.')
  await sql`
    select private.record_signals(jsonb_build_array(jsonb_build_object('workspace_id', ${link.w}::text, 'delivery_id', ${link.d}::text,
      'kind', ${kind === 'c' ? 'clicked' : 'opened'}::text, 'detail', ${link.u ?? ''}::text, 'at', now())))`
  return kind === 'c' && link.u
    ? new Response(null, { status: 302, headers: { location: link.u, 'cache-control': 'no-store' } })
    : new Response(pixel, { headers: { 'content-type': 'image/gif', 'cache-control': 'no-store' } })
}
