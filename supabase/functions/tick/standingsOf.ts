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
  const wanted = rows.filter(({ asks }) => asks.length > 0)
  if (wanted.length === 0) return new Map()
  const found = await sql`select * from private.facts_for(${JSON.stringify(wanted)}::text::jsonb)`
  return new Map(found.map((row) => [contactKey(owner.parse(row)), standing.parse(row)]))
}
