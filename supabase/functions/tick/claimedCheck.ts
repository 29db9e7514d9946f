import { z } from 'zod'
import { firstZone } from '../../../src/engine/zone.ts'

const instant = z.string().transform((text) => Date.parse(text))

/** What `private.claim_checks` answers; times in epoch milliseconds, the zone the contact's or else the workspace's. */
const claimedCheck = z
  .object({
    workspace_id: z.uuid(),
    subject: z.string(),
    contact_id: z.int(),
    due_at: instant,
    attributes: z.record(z.string(), z.unknown()),
    contact_zone: z.string().nullable(),
    workspace_zone: z.string(),
  })
  .transform(({ contact_zone, workspace_zone, ...check }) => ({
    ...check,
    zone: firstZone(contact_zone, workspace_zone),
  }))

export const claimedChecks = z.array(claimedCheck)
export type ClaimedCheck = z.infer<typeof claimedCheck>

/** When to look again; `due_at` in epoch milliseconds. */
export type NextCheck = Pick<ClaimedCheck, 'workspace_id' | 'subject' | 'contact_id' | 'due_at'>

/** The same look, later. */
export const nextOf = ({ workspace_id, subject, contact_id }: ClaimedCheck, due_at: number): NextCheck => ({
  workspace_id,
  subject,
  contact_id,
  due_at,
})
