import type { Context } from '../_shared/handle.ts'
import { HttpError } from '../_shared/httpError.ts'
import { save } from './save.ts'
import { sendTest } from './sendTest.ts'

/** What needs a provider's secret: `/save` one, or `/test` it with a mail to oneself. For admins. */
export async function providers(request: Request, { path, auth }: Context): Promise<Response> {
  if (request.method !== 'POST') throw new HttpError(405, 'post_only', 'Send it with POST.')
  if (path === '/save') return save(request, auth.userClaims?.id)
  if (path === '/test') return sendTest(request, auth.userClaims)
  throw new HttpError(404, 'unknown_endpoint', 'Send to /save or /test.')
}
