import { Buffer } from 'node:buffer'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { HttpError } from '../../../_shared/httpError.ts'
import { parseInput } from '../../../_shared/parseInput.ts'
import { parseJson } from '../../../_shared/parseJson.ts'
import type { CallbackRequest, Heard } from '../provider.ts'

/** As Svix, which signs for Resend, advises: what is older may be a repeat by somebody who listened. */
const TOLERANCE_MS = 5 * 60_000

const event = z.object({
  type: z.string(),
  created_at: z.iso.datetime({ offset: true }),
  data: z.object({
    tags: z.record(z.string(), z.string()).optional(),
    bounce: z.object({ type: z.string().optional(), message: z.string().optional() }).optional(),
    click: z.object({ link: z.string() }).optional(),
  }),
})

const kinds: Record<string, Heard['kind']> = {
  'email.delivered': 'delivered',
  'email.opened': 'opened',
  'email.clicked': 'clicked',
  'email.bounced': 'bounced',
  'email.suppressed': 'bounced',
  'email.complained': 'complained',
}

/** https://resend.com/docs/dashboard/webhooks/event-types, signed as Svix does. */
export function hearResend(
  request: CallbackRequest,
  { secret }: { secret: { webhookSecret?: string | undefined } },
): Heard[] {
  if (!secret.webhookSecret || !isSigned(request, secret.webhookSecret))
    throw new HttpError(401, 'bad_signature', 'The callback is not signed with the signing secret of this provider.')
  const { type, created_at: at, data } = parseInput(event, parseJson(request.body))
  const kind = kinds[type]
  const delivery = data.tags?.delivery
  if (!kind || !delivery || data.bounce?.type === 'Transient') return []
  const detail = data.click?.link ?? data.bounce?.message
  return [{ delivery, kind, at, ...(detail !== undefined && { detail }) }]
}

function isSigned({ headers, body, now }: CallbackRequest, secret: string): boolean {
  const [id, timestamp] = [headers.get('svix-id') ?? '', headers.get('svix-timestamp') ?? '']
  if (!(Math.abs(Number(timestamp) * 1000 - now) <= TOLERANCE_MS)) return false
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const wanted = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest()
  return (headers.get('svix-signature') ?? '').split(' ').some((part) => {
    const [version, signature = ''] = part.split(',')
    const given = Buffer.from(signature, 'base64')
    return version === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted)
  })
}
