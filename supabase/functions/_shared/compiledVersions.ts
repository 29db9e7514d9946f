import { z } from 'zod'
import { type CompiledJourney, compile } from '../../../src/engine/compile.ts'
import { journeySchema } from '../../../src/engine/journey.ts'
import { nodeTypes } from '../../../src/nodes/index.ts'
import type { Queryable } from './database.ts'

/** Names one published version. */
export interface VersionKey {
  workspace_id: string
  journey_id: string
  version: number
}

export const versionKey = ({ workspace_id, journey_id, version }: VersionKey): string =>
  `${workspace_id}/${journey_id}/${version}`

const row = z.object({ workspace_id: z.uuid(), journey_id: z.uuid(), version: z.int(), document: z.unknown() })

/** Versions never change, so a compiled one is kept as long as there is room. */
const compiled = new Map<string, CompiledJourney>()
const MOST_KEPT = 500

/** The compiled journeys of these versions; one query for those not met before, none otherwise. */
export async function compiledVersions(
  sql: Queryable,
  wanted: readonly VersionKey[],
): Promise<ReadonlyMap<string, CompiledJourney>> {
  const missing = new Map(wanted.filter((key) => !compiled.has(versionKey(key))).map((key) => [versionKey(key), key]))
  if (missing.size > 0) {
    const keys = [...missing.values()].map(({ workspace_id, journey_id, version }) => ({
      workspace_id,
      journey_id,
      version,
    }))
    const rows = await sql`
      select version.workspace_id, version.journey_id, version.version, version.document
      from jsonb_to_recordset(${JSON.stringify(keys)}::text::jsonb) as wanted (workspace_id uuid, journey_id uuid, version int)
      join public.journey_versions version using (workspace_id, journey_id, version)`
    if (compiled.size + missing.size > MOST_KEPT) compiled.clear()
    for (const { document, ...key } of z.array(row).parse(rows))
      compiled.set(versionKey(key), compile(journeySchema.parse(document), nodeTypes))
  }
  return compiled
}
