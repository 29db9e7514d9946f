import { z } from 'zod'
import { unseal } from '../_shared/secretBox.ts'
import type { CallbackRequest, Heard } from '../deliver/providers/provider.ts'
import { providerOf } from '../deliver/providers/registry.ts'
import { providerById } from '../deliver/providers/storedProvider.ts'

const uuid = z.uuid()
const MOST_DETAIL = 2000
/** Our own links lead on and are counted there, with where they lead to. */
const OUR_LINKS = '/functions/v1/track/c/'

/** What a workspace's provider says of its messages; nothing where there is no such provider. It speaks for its own workspace only. */
export async function hearProvider(
  { kind, workspace, id }: { kind: string; workspace: string; id: string },
  request: CallbackRequest,
) {
  const provider = providerOf(kind)
  if (!provider?.hear || !uuid.safeParse(workspace).success || !uuid.safeParse(id).success) return undefined
  const stored = await providerById(workspace, id)
  if (stored?.kind !== kind) return undefined
  const heard = await provider.hear(request, {
    settings: stored.settings,
    secret: unseal(stored.secret, `${workspace}/${id}`),
  })
  return heard.filter(isNews).map(({ delivery, kind, at, detail }) => ({
    workspace_id: workspace,
    delivery_id: delivery,
    kind,
    at,
    ...(detail !== undefined && { detail: detail.slice(0, MOST_DETAIL) }),
  }))
}

const isNews = ({ delivery, kind, detail }: Heard): boolean =>
  uuid.safeParse(delivery).success && !(kind === 'clicked' && detail?.includes(OUR_LINKS))
