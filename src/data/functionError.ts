import { z } from 'zod'

const body = z.object({ error: z.object({ code: z.string(), message: z.string(), details: z.unknown() }) })

/** A refusal by one of our functions: the HTTP status for the kind, the code for the case. */
export class FunctionError extends Error {
  override name = 'FunctionError'

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** What the function tells beside its sentence, for whoever knows the code to parse. */
    readonly details?: unknown,
  ) {
    super(message)
  }
}

export async function functionErrorFrom(response: Response): Promise<FunctionError> {
  const parsed = body.safeParse(await response.json().catch(() => null))
  if (!parsed.success) return new FunctionError(response.status, 'unknown', response.statusText)
  const { code, message, details } = parsed.data.error
  return new FunctionError(response.status, code, message, details)
}
