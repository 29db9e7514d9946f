import { z } from 'zod'
import type { Aspect } from '../../../src/engine/nodeType.ts'
import { type Standing, standing } from '../../../src/engine/standing.ts'
import { asksOf, type CompiledVersions } from '../_shared/compiledVersions.ts'
import type { Queryable } from '../_shared/database.ts'
import type { Claimed } from './claimed.ts'
import { contactKey } from './eventsOf.ts'

const owner = z.object({ workspace_id: z.uuid(), contact_id: z.int() })

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
  const wanted = oncePerContact(rows)
  if (wanted.length === 0) return new Map()
  const found = await sql`select * from private.facts_for(${JSON.stringify(wanted)}::text::jsonb)`
  const known = found.map((row) => ({ ...owner.parse(row), hasPolicy: row.policy !== null, ...standing.parse(row) }))
  const policies = new Map(
    known.flatMap(({ workspace_id, hasPolicy, policy }) => (hasPolicy ? [[workspace_id, policy] as const] : [])),
  )
  return new Map(
    known.map((one) => [contactKey(one), { facts: one.facts, policy: policies.get(one.workspace_id) ?? one.policy }]),
  )
}

/** A contact may be in several journeys of a batch; all that they ask of it is asked at once. */
function oncePerContact(rows: readonly WantedStanding[]): WantedStanding[] {
  const byContact = new Map<string, WantedStanding>()
  for (const row of rows) {
    if (row.asks.length === 0) continue
    const known = byContact.get(contactKey(row))
    byContact.set(contactKey(row), known ? { ...row, asks: [...new Set([...known.asks, ...row.asks])] } : row)
  }
  return [...byContact.values()]
}
