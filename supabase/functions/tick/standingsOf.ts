import { z } from 'zod'
import { type Facts, noFacts } from '../../../src/audience/facts.ts'
import type { Aspect } from '../../../src/engine/nodeType.ts'
import type { SendingPolicy } from '../../../src/engine/policy.ts'
import { asksOf, type CompiledVersions } from '../_shared/compiledVersions.ts'
import type { Queryable } from '../_shared/database.ts'
import type { Claimed } from './claimed.ts'
import { contactKey } from './eventsOf.ts'

const instant = z.string().transform((text) => Date.parse(text))

const policy = z.object({
  quietHours: z.object({ from: z.string(), to: z.string() }).exactOptional(),
  caps: z.array(z.object({ capClass: z.string(), most: z.int(), per: z.string() })),
  topics: z.record(
    z.string(),
    z.object({ byDefault: z.enum(['subscribed', 'unsubscribed']), doubleOptIn: z.boolean() }),
  ),
})

const row = z.object({
  workspace_id: z.uuid(),
  contact_id: z.int(),
  changed_at: z.record(z.string(), instant).nullable(),
  member_of: z.record(z.string(), instant).nullable(),
  subscriptions: z.record(z.string(), z.enum(['subscribed', 'pending', 'unsubscribed'])).nullable(),
  suppressed: z.array(z.string()).nullable(),
  sends: z.array(z.object({ at: instant, channel: z.string(), capClass: z.string() })).nullable(),
  policy: policy.nullable(),
})

/** What is known of a contact beyond profile and events, and the rules of sending to them. */
export interface Standing {
  facts: Omit<Facts, 'attributes' | 'events' | 'entryEvent'>
  policy?: SendingPolicy
}

type StandingByContact = ReadonlyMap<string, Standing>

/** What the journeys of these enrollments ask beyond profile and events, per contact. */
export const standingsOf = (
  sql: Queryable,
  rows: readonly Claimed[],
  journeys: CompiledVersions,
): Promise<StandingByContact> =>
  readStandings(
    sql,
    rows.map((claimed) => ({
      workspace_id: claimed.workspace_id,
      contact_id: claimed.contact_id,
      asks: asksOf(journeys, claimed),
    })),
  )

interface WantedStanding {
  workspace_id: string
  contact_id: number
  asks: readonly Aspect[]
}

/** What is asked of contacts beyond profile and events; without a query where nothing is. */
export async function readStandings(sql: Queryable, rows: readonly WantedStanding[]): Promise<StandingByContact> {
  const wanted = rows.filter(({ asks }) => asks.length > 0)
  if (wanted.length === 0) return new Map()
  const found = await sql`select * from private.facts_for(${JSON.stringify(wanted)}::text::jsonb)`
  return new Map(
    z
      .array(row)
      .parse(found)
      .map((each) => [contactKey(each), standing(each)]),
  )
}

const standing = (known: z.infer<typeof row>): Standing => ({
  facts: {
    changedAt: known.changed_at ?? noFacts.changedAt,
    memberOf: known.member_of ?? noFacts.memberOf,
    subscriptions: known.subscriptions ?? noFacts.subscriptions,
    suppressed: known.suppressed ?? noFacts.suppressed,
    sends: known.sends ?? noFacts.sends,
  },
  ...(known.policy && { policy: known.policy }),
})
