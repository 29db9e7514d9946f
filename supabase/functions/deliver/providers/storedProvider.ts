import { z } from 'zod'
import { sql } from '../../_shared/database.ts'

/** A provider as the database keeps it. What belongs to its kind is for the kind to parse. */
const storedProvider = z.object({
  workspace_id: z.uuid(),
  id: z.uuid(),
  kind: z.string(),
  settings: z.looseObject({ from: z.string(), perSecond: z.int().positive().optional() }),
  secret: z.instanceof(Uint8Array),
  updated_at: z.string(),
})
export type StoredProvider = z.infer<typeof storedProvider>

/** The providers that the e-mail of these workspaces goes through, by the workspace's id; who is missing has none of their own. */
export async function defaultProviders(workspaces: readonly string[]): Promise<ReadonlyMap<string, StoredProvider>> {
  if (workspaces.length === 0) return new Map()
  const found = z.array(storedProvider).parse(
    await sql`
      select workspace_id, id, kind, settings, secret, updated_at from public.providers
      where workspace_id = any (${[...new Set(workspaces)]}::uuid[]) and channel = 'email' and is_default`,
  )
  return new Map(found.map((each) => [each.workspace_id, each]))
}

/** One provider of a workspace, if it is there. */
export async function providerById(workspaceId: string, id: string): Promise<StoredProvider | undefined> {
  const [row] = await sql`
    select workspace_id, id, kind, settings, secret, updated_at from public.providers
    where workspace_id = ${workspaceId} and id = ${id}`
  return row && storedProvider.parse(row)
}
