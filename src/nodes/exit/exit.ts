import { z } from 'zod'
import { defineNodeType, end } from '../../engine/nodeType.ts'

const data = z.strictObject({ reason: z.string().max(100) })
export type ExitData = z.infer<typeof data>

/** Ends the journey for a contact, with a reason for the statistics. */
export const exit = defineNodeType<ExitData>({
  type: 'exit',
  group: 'end',
  data,
  blank: { reason: '' },
  ports: () => [],
  waits: false,
  reads: () => [],
  visit: ({ data: { reason } }) => end(reason === '' ? 'exit' : reason),
  check: () => [],
})
