import { z } from 'zod'
import { sql } from '../_shared/database.ts'
import { HttpError } from '../_shared/httpError.ts'
import { parseInput } from '../_shared/parseInput.ts'
import { readJson } from '../_shared/readJson.ts'
import { requireRole } from '../_shared/requireRole.ts'
import { SealedError, seal, unseal, whyNoSecrets } from '../_shared/secretBox.ts'
import type { Provider } from '../deliver/providers/provider.ts'
import { providerOf } from '../deliver/providers/registry.ts'
import { providerById } from '../deliver/providers/storedProvider.ts'

const bag = z.record(z.string(), z.unknown())
const wanted = z.strictObject({
  workspaceId: z.uuid(),
  id: z.uuid().optional(),
  kind: z.string(),
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .refine((name) => !name.includes('\0')),
  settings: bag,
  secret: bag.default({}),
})

/**
 * Adds a provider, or changes the one that is named. Keys that are left out stay as they are; they can be written, never read.
 * Answers `{ id }`.
 */
export async function save(request: Request, userId: string | undefined): Promise<Response> {
  const { workspaceId, id: named, kind, name, ...given } = await readJson(request, wanted)
  const id = named ?? crypto.randomUUID()
  await requireRole(userId, workspaceId, 'admin')
  const provider = providerOf(kind)
  if (!provider) throw new HttpError(422, 'unknown_kind', `There is no provider of the kind "${kind}".`)
  const known = await providerById(workspaceId, id)
  const warning = whyNoSecrets()
  if (warning) throw new HttpError(503, 'no_encryption_key', `${warning}.`)
  const owner = `${workspaceId}/${id}`
  const former = known?.kind === kind ? formerly(known.secret, owner) : {}
  const { settings, secret } = parsed(provider, { settings: given.settings, secret: { ...former, ...given.secret } })
  const [saved] = await sql`
    select private.save_provider(${workspaceId}, ${id}, ${named === undefined}, ${provider.channel}, ${kind}, ${name},
      ${JSON.stringify(settings)}::text::jsonb, ${seal(secret, owner)}) as found`
  if (!saved?.found) throw new HttpError(404, 'no_such_provider', 'No such provider of this kind.')
  return Response.json({ id })
}

const parsed = (provider: Provider, raw: { settings: unknown; secret: unknown }) => ({
  settings: parseInput(provider.settings, raw.settings),
  secret: parseInput(provider.secret, raw.secret),
})

/** What cannot be opened any more has to be entered again. */
function formerly(sealed: Uint8Array, owner: string): Record<string, unknown> {
  try {
    return bag.parse(unseal(sealed, owner))
  } catch (error) {
    if (error instanceof SealedError) return {}
    throw error
  }
}
