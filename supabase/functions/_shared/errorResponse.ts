import { z } from 'zod'
import { HttpError } from './httpError.ts'
import { logError } from './logError.ts'

const raisedInSql = z.object({
  code: z.string().regex(/^PT4\d\d$/),
  message: z.string(),
  detail: z.string().optional(),
})

/** Refusals say why; anything unexpected says only the id under which it was logged. */
export function errorResponse(error: unknown, request: Request): Response {
  if (error instanceof HttpError) return json(error.status, error.code, error.message, error.details)

  // Our SQL raises its refusals with the errcode PT4xx, which PostgREST answers with the same status.
  const raised = raisedInSql.safeParse(error)
  if (raised.success) {
    const { code, message, detail } = raised.data
    return json(Number(code.slice(2)), 'refused', message, detail)
  }

  const id = crypto.randomUUID()
  logError(error, { id, method: request.method, path: new URL(request.url).pathname })
  return json(500, 'internal', `Something went wrong on our side (${id}).`)
}

function json(status: number, code: string, message: string, details?: unknown) {
  return Response.json({ error: { code, message, details } }, { status })
}
