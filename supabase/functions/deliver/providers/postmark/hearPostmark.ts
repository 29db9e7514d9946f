import { Buffer } from 'node:buffer'
import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { HttpError } from '../../../_shared/httpError.ts'
import { parseInput } from '../../../_shared/parseInput.ts'
import { parseJson } from '../../../_shared/parseJson.ts'
import type { CallbackRequest, Heard } from '../provider.ts'

const instant = z.iso.datetime({ offset: true })
const event = z.object({
  RecordType: z.string(),
  Type: z.string().optional(),
  Metadata: z.record(z.string(), z.unknown()).optional(),
  DeliveredAt: instant.optional(),
  BouncedAt: instant.optional(),
  ReceivedAt: instant.optional(),
  OriginalLink: z.string().optional(),
  Description: z.string().optional(),
})

const kinds: Record<string, Heard['kind']> = {
  Delivery: 'delivered',
  Open: 'opened',
  Click: 'clicked',
  Bounce: 'bounced',
  SpamComplaint: 'complained',
}
/** Of the many bounces those for good; the others may arrive yet. */
const FOR_GOOD = ['HardBounce', 'BadEmailAddress', 'ManuallyDeactivated']

/** https://postmarkapp.com/developer/webhooks/webhooks-overview. They are not signed: the password stands in the address. */
export function hearPostmark(
  request: CallbackRequest,
  { secret }: { secret: { callbackPassword?: string | undefined } },
): Heard[] {
  if (!secret.callbackPassword || !isSame(passwordOf(request.headers), secret.callbackPassword))
    throw new HttpError(401, 'bad_password', 'The callback does not carry the password of this provider.')
  const { RecordType, Metadata, Type, ...more } = parseInput(event, parseJson(request.body))
  const kind = kinds[RecordType]
  const delivery = Metadata?.delivery
  const at = more.DeliveredAt ?? more.BouncedAt ?? more.ReceivedAt
  if (!kind || typeof delivery !== 'string' || !at) return []
  if (kind === 'bounced' && !FOR_GOOD.includes(Type ?? '')) return []
  const detail = more.OriginalLink ?? more.Description
  return [{ delivery, kind, at, ...(detail && { detail }) }]
}

function passwordOf(headers: Headers): string {
  const [, given = ''] = /^Basic (.+)$/i.exec(headers.get('authorization') ?? '') ?? []
  const text = Buffer.from(given, 'base64').toString('utf8')
  return text.slice(text.indexOf(':') + 1)
}

/** Compared by their hashes, which are of one length. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(hash(one), hash(other))
const hash = (text: string) => createHash('sha256').update(text).digest()
