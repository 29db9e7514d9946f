import { z } from 'zod'
import type { Problem } from '@/engine/problem'
import { FunctionError } from './functionError'

const refused = z.object({
  problems: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['blocks', 'warns']),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      nodeId: z.string().optional(),
      port: z.string().optional(),
      edgeId: z.string().optional(),
    }),
  ),
})

/** What the server found wrong with the journey it was to publish; nothing where it refused for another reason. */
export function problemsIn(error: unknown): readonly Problem[] {
  if (!(error instanceof FunctionError) || error.code !== 'invalid_journey') return []
  const found = refused.safeParse(error.details)
  return found.success ? found.data.problems : []
}
