import { Buffer } from 'node:buffer'
import { verify, X509Certificate } from 'node:crypto'
import process from 'node:process'
import { z } from 'zod'

/** What Amazon SNS posts: https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html. */
export const snsMessage = z.object({
  Type: z.enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  MessageId: z.string(),
  TopicArn: z.string(),
  Message: z.string(),
  Timestamp: z.string(),
  Subject: z.string().optional(),
  Token: z.string().optional(),
  SubscribeURL: z.string().optional(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.string(),
  SigningCertURL: z.string(),
})
export type SnsMessage = z.infer<typeof snsMessage>

const snsOrigin = /^https:\/\/sns\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/

const LOADED_WITHIN_MS = 10_000
const MOST_KEPT = 20
const hashes = { '1': 'RSA-SHA1', '2': 'RSA-SHA256' }
const certificates = new Map<string, Promise<X509Certificate>>()

/** Says whether a message is Amazon's and unchanged. Throws where the certificate cannot be had. */
export async function isSignedBySns(message: SnsMessage): Promise<boolean> {
  const { SigningCertURL, SignatureVersion, Signature } = message
  if (!isOfSns(SigningCertURL) || !new URL(SigningCertURL).pathname.endsWith('.pem')) return false
  const { publicKey } = await certificateAt(SigningCertURL)
  return verify(hashes[SignatureVersion], Buffer.from(toSign(message)), publicKey, Buffer.from(Signature, 'base64'))
}

/** Says whether an address is one of Amazon SNS itself: its certificates are nowhere else. */
export function isOfSns(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { origin } = new URL(address)
  return snsOrigin.test(origin) || origin === process.env.PROVIDERS_ORIGIN
}

/** Names and values, a line each, in the order of the alphabet: which ones depends on the type. */
export function toSign(message: Omit<SnsMessage, 'Signature'>): string {
  const { Type, Message, MessageId, Subject, SubscribeURL, Timestamp, Token, TopicArn } = message
  const named =
    Type === 'Notification'
      ? { Message, MessageId, Subject, Timestamp, TopicArn, Type }
      : { Message, MessageId, SubscribeURL, Timestamp, Token, TopicArn, Type }
  return Object.entries(named)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}\n${value}\n`]))
    .join('')
}

function certificateAt(address: string): Promise<X509Certificate> {
  const kept = certificates.get(address)
  if (kept) return kept
  const loading = load(address)
  loading.catch(() => certificates.delete(address))
  if (certificates.size >= MOST_KEPT) certificates.clear()
  certificates.set(address, loading)
  return loading
}

async function load(address: string): Promise<X509Certificate> {
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(LOADED_WITHIN_MS) })
  if (!response.ok) throw new Error(`The certificate of Amazon SNS could not be had: HTTP ${response.status}`)
  return new X509Certificate(await response.text())
}
