import { z } from 'zod'
import { type CompiledJourney, compile } from '../../../src/engine/compile.ts'
import { journeySchema } from '../../../src/engine/journey.ts'
import type { Aspect } from '../../../src/engine/nodeType.ts'
import { nodeTypes } from '../../../src/nodes/index.ts'
import type { Queryable } from './database.ts'

/** Names one published version. */
export interface VersionKey {
  workspace_id: string
  journey_id: string
  version: number
}

/** What each wanted version compiled to. One that this release cannot read holds the reason instead. */
export type CompiledVersions = ReadonlyMap<string, CompiledJourney | Error>

const keyOf = ({ workspace_id, journey_id, version }: VersionKey): string => `${workspace_id}/${journey_id}/${version}`

const row = z.object({ workspace_id: z.uuid(), journey_id: z.uuid(), version: z.int(), document: z.unknown() })

/** Versions never change, so a compiled one is kept as long as there is room. */
const kept = new Map<string, CompiledJourney>()
const MOST_KEPT = 500

/** The compiled journeys of these versions; one query for those not met before, none otherwise. */
export async function compiledVersions(sql: Queryable, wanted: readonly VersionKey[]): Promise<CompiledVersions> {
  const known = new Map<string, CompiledJourney | Error>()
  const missing = new Map<string, VersionKey>()
  for (const version of wanted) {
    const journey = kept.get(keyOf(version))
    if (journey) known.set(keyOf(version), journey)
    else missing.set(keyOf(version), version)
  }
  if (missing.size === 0) return known
  for (const { document, ...version } of await readDocuments(sql, [...missing.values()])) {
    const journey = compiledOrWhyNot(document)
    known.set(keyOf(version), journey)
    if (!(journey instanceof Error)) keep(version, journey)
  }
  return known
}

/** A wanted version's journey; throws where there is none, or none that this release can run. */
export function journeyOf(versions: CompiledVersions, version: VersionKey): CompiledJourney {
  const journey = versions.get(keyOf(version)) ?? new Error(`Version ${version.version} of the journey is missing`)
  if (journey instanceof Error) throw journey
  return journey
}

/** The names of the events a version asks about; none where it cannot run. */
export const readsOf = (versions: CompiledVersions, version: VersionKey): readonly string[] =>
  runnable(versions, version)?.reads ?? []

/** What else of a contact a version asks about; nothing where it cannot run. */
export const asksOf = (versions: CompiledVersions, version: VersionKey): readonly Aspect[] =>
  runnable(versions, version)?.asks ?? []

function runnable(versions: CompiledVersions, version: VersionKey): CompiledJourney | undefined {
  const journey = versions.get(keyOf(version))
  return journey instanceof Error ? undefined : journey
}

async function readDocuments(sql: Queryable, versions: readonly VersionKey[]) {
  const keys = versions.map(({ workspace_id, journey_id, version }) => ({ workspace_id, journey_id, version }))
  const rows = await sql`
    select version.workspace_id, version.journey_id, version.version, version.document
    from jsonb_to_recordset(${JSON.stringify(keys)}::text::jsonb) as wanted (workspace_id uuid, journey_id uuid, version int)
    join public.journey_versions version using (workspace_id, journey_id, version)`
  return z.array(row).parse(rows)
}

/** A version of a newer release, or of another one's mistake, must not keep all others from running. */
function compiledOrWhyNot(document: unknown): CompiledJourney | Error {
  try {
    return compile(journeySchema.parse(document), nodeTypes)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function keep(version: VersionKey, journey: CompiledJourney) {
  const [oldest] = kept.keys()
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  kept.set(keyOf(version), journey)
}
