import type { AuthModeWithKey, AuthResult } from '@supabase/server'
import { createContextClient, verifyAuth } from '@supabase/server/core'
import { corsHeaders } from '@supabase/supabase-js/cors'
import { errorResponse } from './errorResponse.ts'
import { HttpError } from './httpError.ts'

export type Context = {
  /** Who calls: `authMode`, and for a user `userClaims.id` and `userClaims.email`. */
  auth: AuthResult
  /** The path after the function's own name, such as `/v1/batch`; `/` when there is none. */
  path: string
  /** A client that acts as the caller, so that row-level security applies. */
  client: () => ReturnType<typeof createContextClient>
}

export type Handler = (request: Request, context: Context) => Response | Promise<Response>

/**
 * Wraps every function of ours: checks who calls, answers preflights, and turns whatever goes wrong into
 * `{ error: { code, message, details? } }`. Throw an `HttpError` to refuse a request. This is `withSupabase` without its
 * two clients per request, which a tracking pixel should not pay for, and with our form of errors.
 */
export function handle({ auth }: { auth: AuthModeWithKey[] }, handler: Handler) {
  return {
    async fetch(request: Request): Promise<Response> {
      if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: corsHeaders })
      const response = await answer(request, auth, handler).catch((error) => errorResponse(error, request))
      return withCors(response)
    },
  }
}

async function answer(request: Request, modes: AuthModeWithKey[], handler: Handler) {
  const { data: auth, error } = await verifyAuth(request, { auth: modes })
  if (error)
    throw error.status === 401 ? new HttpError(401, 'unauthorized', 'The key or token is missing or not valid.') : error
  const { token } = auth
  return handler(request, {
    auth,
    path: pathWithin(request.url),
    client: () => createContextClient({ auth: { token } }),
  })
}

/** Hosted and embedded runtimes hand over `/<name>/…`. */
function pathWithin(url: string) {
  return new URL(url).pathname.replace(/^\/[^/]+/, '') || '/'
}

function withCors(response: Response) {
  const copy = new Response(response.body, response)
  for (const [name, value] of Object.entries(corsHeaders)) copy.headers.set(name, value)
  return copy
}
