import { z } from 'zod'
import { sql } from '../_shared/database.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'

/** The secrets that requests of a workspace are signed with, by the workspace's id; the newest first. */
export type SigningSecrets = ReadonlyMap<string, readonly string[]>

const found = z.array(z.object({ workspace_id: z.uuid(), secrets: z.array(z.string()).min(1) }))

/** The secrets of the workspaces whose requests and tasks are among these; a workspace without one gets its first. */
export async function signingSecrets(rows: readonly ClaimedDelivery[]): Promise<SigningSecrets> {
  const asking = rows.filter(({ channel }) => channel !== 'email').map(({ workspace_id }) => workspace_id)
  const workspaces = [...new Set(asking)]
  if (workspaces.length === 0) return new Map()
  const known = found.parse(await sql`select * from private.signing_secrets(${workspaces}::uuid[])`)
  return new Map(known.map(({ workspace_id, secrets }) => [workspace_id, secrets]))
}
