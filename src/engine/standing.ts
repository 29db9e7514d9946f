import { z } from 'zod'
import type { Facts } from '../audience/facts.ts'
import { type SendingPolicy, sendingPolicy } from './policy.ts'

const instant = z.string().transform((text) => Date.parse(text))

/** What is known of a contact beyond profile and events, and the workspace's rules of sending. */
export interface Standing {
  facts: Pick<Facts, 'changedAt' | 'memberOf' | 'subscriptions' | 'suppressed' | 'sends'>
  policy: SendingPolicy
}

/** A standing as the database answers it; what was not asked for is null there. */
export const standing = z
  .object({
    changed_at: z.record(z.string(), instant).nullable(),
    member_of: z.record(z.string(), instant).nullable(),
    subscriptions: z.record(z.string(), z.enum(['subscribed', 'pending', 'unsubscribed'])).nullable(),
    suppressed: z.array(z.string()).nullable(),
    sends: z.array(z.object({ at: instant, channel: z.string(), capClass: z.string() })).nullable(),
    policy: sendingPolicy.nullable(),
  })
  .transform(
    (row): Standing => ({
      facts: {
        changedAt: row.changed_at ?? {},
        memberOf: row.member_of ?? {},
        subscriptions: row.subscriptions ?? {},
        suppressed: row.suppressed ?? [],
        sends: row.sends ?? [],
      },
      policy: row.policy ?? sendingPolicy.parse({}),
    }),
  )
