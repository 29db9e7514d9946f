import { Buffer } from 'node:buffer'
import { createHmac, timingSafeEqual } from 'node:crypto'
import process from 'node:process'
import { z } from 'zod'

const secret = (): string => {
  const value = process.env.SIGNING_SECRET
  if (!value) throw new Error('SIGNING_SECRET is not set')
  return value
}

const signature = (text: string): string => createHmac('sha256', secret()).update(text).digest('base64url').slice(0, 32)

/** A text that only we can have made, fit for a URL. Not encrypted: whoever holds it can read it. */
export function signToken(value: unknown): string {
  const text = Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${text}.${signature(text)}`
}

/** The value of a token, or nothing where it is not ours or has another shape. */
export function readToken<Schema extends z.ZodType>(token: string, schema: Schema): z.infer<Schema> | undefined {
  const [text = '', given = ''] = token.split('.')
  if (!isSame(signature(text), given)) return undefined
  const parsed = schema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  return parsed.success ? parsed.data : undefined
}

/** Says whether a body was signed with our secret, as callbacks of the mailbox are. */
export const isSigned = (body: string, given: string): boolean => isSame(signature(body), given)

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}

/** What a link in a message carries: whose message it was, and for a click where it leads on to. */
export const messageLink = z.object({
  w: z.uuid(),
  d: z.uuid(),
  u: z.url({ protocol: /^https?$/ }).optional(),
  l: z.string().optional(),
})

/** What the link of a confirmation carries: workspace, contact, topic, the address it was sent to, and the language. */
export const confirmationLink = z.object({
  w: z.uuid(),
  c: z.int(),
  t: z.string(),
  e: z.string(),
  l: z.string(),
})
