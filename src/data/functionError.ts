import { z } from 'zod'

const body = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/** A refusal by one of our functions: the HTTP status for the kind, the code for the case. */
export class FunctionError extends Error {
  override name = 'FunctionError'

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export async function functionErrorFrom(response: Response): Promise<FunctionError> {
  const parsed = body.safeParse(await response.json().catch(() => null))
  const { code, message } = parsed.success ? parsed.data.error : { code: 'unknown', message: response.statusText }
  return new FunctionError(response.status, code, message)
}
