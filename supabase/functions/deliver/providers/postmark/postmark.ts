import { z } from 'zod'
import type { Mail } from '../../composeEmail.ts'
import { askProvider, type Said } from '../askProvider.ts'
import { mailbox } from '../mailbox.ts'
import { originOf } from '../originOf.ts'
import { defineProvider, type Handed } from '../provider.ts'
import { key, sharedSettings } from '../sharedSettings.ts'
import { hearPostmark } from './hearPostmark.ts'

const settings = z.strictObject({
  ...sharedSettings,
  messageStream: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,29}$/)
    .optional(),
})
const secret = z.strictObject({ serverToken: key, callbackPassword: key.min(16).optional() })
const answer = z.object({ ErrorCode: z.int(), Message: z.string(), MessageID: z.string().optional() })

const INACTIVE_RECIPIENT = 406
/** Tokens, sender signatures and accounts, by https://postmarkapp.com/developer/api/overview#error-codes: an admin's to put right. */
const OURS = [10, 400, 401, 405, 412, 413]
const MAINTENANCE = 100

/** https://postmarkapp.com/developer/api/email-api. It knows no idempotency keys. */
export const postmark = defineProvider({
  kind: 'postmark',
  channel: 'email',
  settings,
  secret,
  pace: { atOnce: 10, perSecond: 50 },
  hear: hearPostmark,
  open: (config) => ({
    async send(mail, { idempotencyKey, now }) {
      const said = await askProvider(
        `${originOf('postmark', 'https://api.postmarkapp.com')}/email`,
        { 'x-postmark-server-token': config.secret.serverToken },
        { body: JSON.stringify(letter(mail, idempotencyKey, config.settings.messageStream ?? 'outbound')), now },
      )
      return 'unreached' in said ? { is: 'tryAgain', text: said.unreached } : judged(said)
    },
  }),
})

const letter = ({ from, to, subject, html, text, headers }: Mail, delivery: string, stream: string) => ({
  From: mailbox(from),
  To: to,
  Subject: subject,
  HtmlBody: html,
  TextBody: text,
  MessageStream: stream,
  Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value })),
  Metadata: { delivery },
})

function judged(said: Said): Handed {
  const known = answer.safeParse(said.body).data
  const text = known?.Message ?? said.text
  if (said.status < 300 && known?.ErrorCode === 0) return { is: 'accepted', providerMessageId: known.MessageID ?? '' }
  if (said.status === 429)
    return { is: 'tryAgain', text, isPace: true, ...(said.after !== undefined && { after: said.after }) }
  if (said.status < 300 || said.status >= 500 || known?.ErrorCode === MAINTENANCE) return { is: 'tryAgain', text }
  const code = String(known?.ErrorCode ?? said.status)
  if (known?.ErrorCode === INACTIVE_RECIPIENT) return { is: 'refused', permanent: true, code, text, isBounce: true }
  const isOurs = [401, 403, 404].includes(said.status) || OURS.includes(known?.ErrorCode ?? Number.NaN)
  return { is: 'refused', permanent: !isOurs, code, text }
}
