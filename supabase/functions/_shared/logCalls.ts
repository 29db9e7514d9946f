import { z } from 'zod'
import type { Handler } from './handle.ts'

const report = z.object({ isDone: z.boolean() }).catchall(z.unknown())

/**
 * One structured line for each call of the schedule: what it answered, which is counts, and how long it took. A call that found
 * nothing to do says nothing, as there is one every few seconds.
 */
export function logCalls(name: string, handler: Handler): Handler {
  return async (request, context) => {
    const started = performance.now()
    const response = await handler(request, context)
    const said = report.safeParse(await response.clone().json())
    if (said.success) logCall(name, Math.round(performance.now() - started), said.data)
    return response
  }
}

function logCall(name: string, ms: number, { isDone, ...rest }: z.infer<typeof report>) {
  const counts = Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value === 'number'))
  if (isDone && Object.values(counts).every((count) => count === 0)) return
  // biome-ignore lint/suspicious/noConsole: standard output is where the platform collects function logs.
  console.info(JSON.stringify({ level: 'info', function: name, ms, ...counts, isDone }))
}
