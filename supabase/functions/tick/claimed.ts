import { z } from 'zod'
import { jsonObject } from '../_shared/jsonObject.ts'

const instant = z.string().transform((text) => Date.parse(text))

/** What `private.claim_enrollments` answers; times in epoch milliseconds. */
const claimedRow = z.object({
  workspace_id: z.uuid(),
  id: z.int(),
  journey_id: z.uuid(),
  version: z.int(),
  contact_id: z.int(),
  node_id: z.string(),
  entered_at: instant,
  entry_event: z.int(),
  arrived_at: instant,
  arrived_seq: z.int(),
  visits: z.int(),
  rounds: z.record(z.string(), z.int()),
  attempts: z.int(),
  wake_at: instant,
  attributes: jsonObject,
  contact_zone: z.string().nullable(),
  workspace_zone: z.string(),
})

export const claimed = z.array(claimedRow)
export type Claimed = z.infer<typeof claimedRow>
