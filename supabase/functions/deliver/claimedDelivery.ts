import { z } from 'zod'

const locale = z.object({ locale: z.string(), fallbacks: z.array(z.string()), timeZone: z.string().nullable() })
const bag = z.record(z.string(), z.unknown())

/** What `private.claim_deliveries` answers. */
const claimedDelivery = z.object({
  workspace_id: z.uuid(),
  id: z.uuid(),
  enrollment_id: z.int(),
  journey_id: z.uuid(),
  version: z.int(),
  contact_id: z.int(),
  node_id: z.string(),
  visit: z.int(),
  attempts: z.int(),
  email: z.string().nullable(),
  external_id: z.string().nullable(),
  locale: z.string().nullable(),
  contact_zone: z.string().nullable(),
  attributes: bag,
  event: bag.nullable(),
  channel: z.string(),
  topic: z.string(),
  subscription: z.enum(['subscribed', 'pending', 'unsubscribed']),
  by_default: z.enum(['subscribed', 'unsubscribed']),
  is_suppressed: z.boolean(),
  workspace_name: z.string(),
  workspace_zone: z.string(),
  source_locale: z.string(),
  locales: z.array(locale).nullable(),
})

export const claimedDeliveries = z.array(claimedDelivery)
export type ClaimedDelivery = z.infer<typeof claimedDelivery>
