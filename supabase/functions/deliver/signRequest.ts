import { Buffer } from 'node:buffer'
import { createHmac } from 'node:crypto'

const PREFIX = 'whsec_'

/**
 * The headers that let a receiver know a request is ours, whole and new: Standard Webhooks 1.0, `v1` (HMAC-SHA256 over id,
 * timestamp and body). One signature per secret, so that a change of secret needs no moment at which both sides change. `now` in
 * epoch milliseconds.
 */
export function signRequest(
  body: string,
  { id, now, secrets }: { id: string; now: number; secrets: readonly string[] },
) {
  const timestamp = Math.floor(now / 1000)
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets.map((secret) => `v1,${signature(`${id}.${timestamp}.${body}`, secret)}`).join(' '),
  }
}

const signature = (text: string, secret: string): string =>
  createHmac('sha256', Buffer.from(secret.replace(PREFIX, ''), 'base64'))
    .update(text)
    .digest('base64')
