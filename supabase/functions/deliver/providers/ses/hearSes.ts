import { z } from 'zod'
import { HttpError } from '../../../_shared/httpError.ts'
import { parseInput } from '../../../_shared/parseInput.ts'
import { parseJson } from '../../../_shared/parseJson.ts'
import type { CallbackRequest, Heard } from '../provider.ts'
import { isOfSns, isSignedBySns, snsMessage } from './snsSignature.ts'

const instant = z.iso.datetime({ offset: true })
const happened = z.object({ timestamp: instant })
const event = z.object({
  eventType: z.string().optional(),
  notificationType: z.string().optional(),
  mail: z.object({ tags: z.record(z.string(), z.array(z.string())).optional() }),
  bounce: happened.extend({ bounceType: z.string(), bounceSubType: z.string().optional() }).optional(),
  complaint: happened.optional(),
  delivery: happened.optional(),
  open: happened.optional(),
  click: happened.extend({ link: z.string().optional() }).optional(),
})

const CONFIRM_WITHIN_MS = 10_000

/**
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html: events of a configuration set, through
 * one SNS topic. The first message asks to confirm the subscription, which we do; later ones say what happened.
 */
export async function hearSes(
  request: CallbackRequest,
  { settings }: { settings: { topicArn?: string | undefined } },
): Promise<Heard[]> {
  const message = parseInput(snsMessage, parseJson(request.body))
  if (message.TopicArn !== settings.topicArn || !(await isSignedBySns(message)))
    throw new HttpError(
      401,
      'bad_signature',
      'The callback is not signed by Amazon SNS for the topic of this provider.',
    )
  if (message.Type === 'SubscriptionConfirmation') await confirm(message.SubscribeURL ?? '')
  if (message.Type !== 'Notification') return []
  return heardIn(parseInput(event, parseJson(message.Message)))
}

async function confirm(address: string): Promise<void> {
  if (!isOfSns(address))
    throw new HttpError(400, 'bad_subscription', 'The address to confirm the subscription at is not of Amazon SNS.')
  const { ok } = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(CONFIRM_WITHIN_MS) })
  if (!ok) throw new HttpError(503, 'not_confirmed', 'Amazon SNS did not confirm the subscription; it will ask again.')
}

function heardIn({ mail, bounce, complaint, delivery: arrival, open, click, ...said }: z.infer<typeof event>): Heard[] {
  const [delivery] = mail.tags?.delivery ?? []
  if (!delivery) return []
  const one = (kind: Heard['kind'], at: { timestamp: string } | undefined, detail?: string): Heard[] =>
    at ? [{ delivery, kind, at: at.timestamp, ...(detail && { detail }) }] : []
  switch (said.eventType ?? said.notificationType) {
    case 'Bounce':
      return bounce?.bounceType === 'Permanent' ? one('bounced', bounce, bounce.bounceSubType) : []
    case 'Complaint':
      return one('complained', complaint)
    case 'Delivery':
      return one('delivered', arrival)
    case 'Open':
      return one('opened', open)
    case 'Click':
      return one('clicked', click, click?.link)
    default:
      return []
  }
}
