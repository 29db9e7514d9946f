import { firstZone } from '../../../src/engine/zone.ts'
import { webhook } from '../../../src/nodes/webhook/webhook.ts'
import { type CompiledVersions, journeyOf } from '../_shared/compiledVersions.ts'
import { type Asking, askOnce } from './askOnce.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'
import { composeRequest } from './composeRequest.ts'
import type { Outcome } from './outcome.ts'

/** Makes one try of a webhook step's request. */
export async function askServer(
  row: ClaimedDelivery,
  { journeys, ...asking }: { journeys: CompiledVersions } & Asking,
): Promise<Outcome> {
  const own = { workspace_id: row.workspace_id, id: row.id }
  const node = journeyOf(journeys, row).nodes.get(row.node_id)
  if (node?.type.type !== webhook.type) return { ...own, kind: 'failed', because: 'stepMissing' }
  const data = webhook.data.parse(node.data)
  const question = composeRequest(data, scopeOf(row))
  if ('failed' in question) return { ...own, kind: 'failed', because: 'renderFailed', error: question.failed }
  return await askOnce(question, { row, data, ...asking })
}

const scopeOf = (row: ClaimedDelivery) => ({
  contact: { ...row.attributes, email: row.email, id: row.external_id },
  event: row.event,
  locale: row.locale ?? row.source_locale,
  zone: firstZone(row.contact_zone, row.workspace_zone),
})
