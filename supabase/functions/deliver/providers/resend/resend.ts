import { z } from 'zod'
import type { Mail } from '../../composeEmail.ts'
import { askProvider, type Said } from '../askProvider.ts'
import { mailbox } from '../mailbox.ts'
import { originOf } from '../originOf.ts'
import { defineProvider, type Handed } from '../provider.ts'
import { key, sharedSettings } from '../sharedSettings.ts'
import { hearResend } from './hearResend.ts'

const settings = z.strictObject(sharedSettings)
const secret = z.strictObject({ apiKey: key, webhookSecret: z.string().startsWith('whsec_').max(300).optional() })
const accepted = z.object({ id: z.string() })
const refusal = z.object({ name: z.string(), message: z.string() })

const AN_HOUR_MS = 3_600_000

/** https://resend.com/docs/api-reference/emails/send-email: idempotency keys hold for 24 hours, which is longer than we try. */
export const resend = defineProvider({
  kind: 'resend',
  channel: 'email',
  settings,
  secret,
  pace: { atOnce: 5, perSecond: 5 },
  hear: hearResend,
  open: (config) => ({
    async send(mail, { idempotencyKey, now }) {
      const said = await askProvider(
        `${originOf('resend', 'https://api.resend.com')}/emails`,
        { authorization: `Bearer ${config.secret.apiKey}`, 'idempotency-key': idempotencyKey },
        { body: JSON.stringify(letter(mail, idempotencyKey)), now, mayRepeat: true },
      )
      return 'unreached' in said ? { is: 'tryAgain', text: said.unreached } : judged(said)
    },
  }),
})

const letter = ({ from, to, subject, html, text, headers }: Mail, delivery: string) => ({
  from: mailbox(from),
  to: [to],
  subject,
  html,
  text,
  headers,
  tags: [{ name: 'delivery', value: delivery }],
})

function judged(said: Said): Handed {
  const taken = accepted.safeParse(said.body)
  if (said.status < 300 && taken.success) return { is: 'accepted', providerMessageId: taken.data.id }
  const { name: code, message: text } = refusal.safeParse(said.body).data ?? {
    name: String(said.status),
    message: said.text,
  }
  if (said.status < 300 || said.status >= 500 || code === 'concurrent_idempotent_requests')
    return { is: 'tryAgain', text }
  if (said.status === 429) {
    const after = code.endsWith('_quota_exceeded') ? AN_HOUR_MS : said.after
    return { is: 'tryAgain', text, isPace: true, ...(after !== undefined && { after }) }
  }
  return { is: 'refused', permanent: !isOurs(said.status, code), code, text }
}

/** Keys, rights and domains: an admin's to put right, and no fault of the mail. */
const isOurs = (status: number, code: string): boolean =>
  [401, 403, 404, 405].includes(status) || code === 'invalid_from_address'
