import type { Context } from '../_shared/handle.ts'
import { HttpError } from '../_shared/httpError.ts'
import { preview } from './preview.ts'
import { save } from './save.ts'

/** Everything about segments that needs their rules understood: `/save` one, or `/preview` whom a rule would hold for. */
export async function segments(request: Request, { path, auth }: Context): Promise<Response> {
  if (request.method !== 'POST') throw new HttpError(405, 'post_only', 'Send it with POST.')
  const userId = auth.userClaims?.id
  if (path === '/save') return save(request, userId)
  if (path === '/preview') return preview(request, userId)
  throw new HttpError(404, 'unknown_endpoint', 'Send to /save or /preview.')
}
