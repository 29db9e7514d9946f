import { z } from 'zod'
import { defineNodeType, end } from '../../engine/nodeType.ts'

const data = z.strictObject({ reason: z.string().max(100) })

/** Ends the journey for a contact, with a reason for the statistics. */
export const exit = defineNodeType<z.infer<typeof data>>({
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
