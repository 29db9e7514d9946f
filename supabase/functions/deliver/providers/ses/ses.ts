import { Buffer } from 'node:buffer'
import { z } from 'zod'
import { oneLine } from '../../../../../src/content/cleanText.ts'
import type { Mail } from '../../composeEmail.ts'
import { askProvider, type Said } from '../askProvider.ts'
import { mailbox } from '../mailbox.ts'
import { originOf } from '../originOf.ts'
import { defineProvider, type Handed } from '../provider.ts'
import { key, sharedSettings } from '../sharedSettings.ts'
import { hearSes } from './hearSes.ts'
import { signV4 } from './signV4.ts'

const settings = z.strictObject({
  ...sharedSettings,
  region: z.string().regex(/^[a-z]{2}(-[a-z]+){1,3}-\d$/),
  accessKeyId: z.string().regex(/^[A-Z0-9]{16,128}$/),
  configurationSet: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  topicArn: z
    .string()
    .regex(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}$/)
    .optional(),
})
const secret = z.strictObject({ secretAccessKey: key })
const accepted = z.object({ MessageId: z.string() })
const refusal = z.object({
  __type: z.string().optional(),
  message: z.string().optional(),
  Message: z.string().optional(),
})

const TEN_MINUTES_MS = 600_000
const PACE = ['TooManyRequestsException', 'ThrottlingException', 'Throttling']
const OURS = [
  'AccountSuspendedException',
  'SendingPausedException',
  'MailFromDomainNotVerifiedException',
  'NotFoundException',
]

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html. It knows no idempotency keys. */
export const ses = defineProvider({
  kind: 'ses',
  channel: 'email',
  settings,
  secret,
  pace: { atOnce: 10, perSecond: 14 },
  hear: hearSes,
  open: ({ settings: { region, accessKeyId, configurationSet }, secret: { secretAccessKey } }) => ({
    async send(mail, { idempotencyKey }) {
      const origin = originOf('ses', `https://email.${region}.amazonaws.com`)
      const url = new URL(`${origin}/v2/email/outbound-emails`)
      const body = JSON.stringify(letter(mail, idempotencyKey, configurationSet))
      // Signed with the real time, also where the clock is moved: AWS looks at its own.
      const now = Date.now()
      const headers = { 'content-type': 'application/json', host: url.host }
      const signature = signV4(
        { method: 'POST', url, headers, body },
        { accessKeyId, secretAccessKey, region, service: 'ses' },
        now,
      )
      const said = await askProvider(url.href, signature, { body, now })
      return 'unreached' in said ? { is: 'tryAgain', text: said.unreached } : judged(said)
    },
  }),
})

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' })

const letter = ({ from, to, subject, html, text, headers }: Mail, delivery: string, set: string | undefined) => ({
  FromEmailAddress: asciiMailbox(from),
  Destination: { ToAddresses: [to] },
  Content: {
    Simple: {
      Subject: utf8(subject),
      Body: { Html: utf8(html), Text: utf8(text) },
      Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value })),
    },
  },
  EmailTags: [{ Name: 'delivery', Value: delivery }],
  ...(set !== undefined && { ConfigurationSetName: set }),
})

/** SES takes ASCII in addresses; a name in another script goes as an encoded word (RFC 2047). */
const asciiMailbox = (from: Mail['from']): string =>
  /^[\x20-\x7e]*$/.test(from.name)
    ? mailbox(from)
    : `=?UTF-8?B?${Buffer.from(oneLine(from.name), 'utf8').toString('base64')}?= <${from.address}>`

function judged(said: Said): Handed {
  const taken = accepted.safeParse(said.body)
  if (said.status < 300 && taken.success) return { is: 'accepted', providerMessageId: taken.data.MessageId }
  const body = refusal.safeParse(said.body).data ?? {}
  const named = said.headers.get('x-amzn-errortype') ?? body.__type ?? String(said.status)
  const code = named.split(':')[0]?.split('#').at(-1) ?? named
  const text = body.message ?? body.Message ?? said.text
  if (code === 'LimitExceededException' || /quota exceeded/i.test(text))
    return { is: 'tryAgain', text, isPace: true, after: TEN_MINUTES_MS }
  if (said.status === 429 || PACE.includes(code))
    return { is: 'tryAgain', text, isPace: true, ...(said.after !== undefined && { after: said.after }) }
  if (said.status < 300 || said.status >= 500) return { is: 'tryAgain', text }
  // An address or domain of ours that is not verified is said with the same code as a mail that is not wanted.
  const isOurs = [401, 403, 404].includes(said.status) || OURS.includes(code) || /not verified/i.test(text)
  return { is: 'refused', permanent: !isOurs, code, text }
}
