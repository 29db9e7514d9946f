import { createHmac } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { aMail, deliveryId } from '../../../_testing/aMail.ts'
import { aProviderServer } from '../../../_testing/aProviderServer.ts'
import { resend } from './resend.ts'

const now = Date.parse('2026-03-03T09:00:00Z')
const key = Buffer.from('a signing secret of some length').toString('base64')
const config = {
  settings: { from: 'hello@teashop.example' },
  secret: { apiKey: 're_123', webhookSecret: `whsec_${key}` },
}
const send = () => resend.open(config).send(aMail, { idempotencyKey: deliveryId, now })

afterEach(() => vi.unstubAllEnvs())

test('hands a mail over under its idempotency key, named as one delivery', async () => {
  const { seen } = await aProviderServer({ status: 200, body: { id: '49a3999c' } })
  expect(await send()).toEqual({ is: 'accepted', providerMessageId: '49a3999c' })
  const [asked] = seen
  expect(asked).toMatchObject({ method: 'POST', url: '/resend/emails' })
  expect(asked?.headers).toMatchObject({ authorization: 'Bearer re_123', 'idempotency-key': deliveryId })
  expect(JSON.parse(asked?.body ?? '')).toEqual({
    from: '"Kettle & Leaf ș" <hello@teashop.example>',
    to: ['ana@people.example'],
    subject: 'Bună, Ana',
    html: '<p>Ceai</p>',
    text: 'Ceai',
    headers: aMail.headers,
    tags: [{ name: 'delivery', value: deliveryId }],
  })
})

const refused = (permanent: boolean, code: string) => ({ is: 'refused', permanent, code, text: 'Why' })

test.each([
  [400, 'validation_error', refused(true, 'validation_error')],
  [401, 'missing_api_key', refused(false, 'missing_api_key')],
  [403, 'invalid_api_key', refused(false, 'invalid_api_key')],
  [403, 'validation_error', refused(false, 'validation_error')],
  [409, 'invalid_idempotent_request', refused(true, 'invalid_idempotent_request')],
  [409, 'concurrent_idempotent_requests', { is: 'tryAgain', text: 'Why' }],
  [422, 'missing_required_field', refused(true, 'missing_required_field')],
  [422, 'invalid_from_address', refused(false, 'invalid_from_address')],
  [429, 'rate_limit_exceeded', { is: 'tryAgain', text: 'Why', isPace: true, after: 2000 }],
  [429, 'daily_quota_exceeded', { is: 'tryAgain', text: 'Why', isPace: true, after: 3_600_000 }],
  [451, 'security_error', refused(true, 'security_error')],
  [500, 'application_error', { is: 'tryAgain', text: 'Why' }],
  [503, 'service_unavailable', { is: 'tryAgain', text: 'Why' }],
])('%i %s', async (status, name, expected) => {
  const body = { statusCode: status, name, message: 'Why' }
  await aProviderServer({ status, body, headers: status === 429 ? { 'retry-after': '2' } : {} })
  expect(await send()).toEqual(expected)
})

test('garbage and silence are tried again', async () => {
  await aProviderServer({ status: 200, body: '<html>' }, { status: 502, body: '<html>Bad gateway' })
  expect(await send()).toEqual({ is: 'tryAgain', text: '<html>' })
  expect(await send()).toEqual({ is: 'tryAgain', text: '<html>Bad gateway' })
  vi.stubEnv('PROVIDERS_ORIGIN', 'http://127.0.0.1:1')
  const unreached = await send()
  expect(unreached).toMatchObject({ is: 'tryAgain' })
  expect(JSON.stringify(unreached)).not.toContain('re_123')
})

const body = (type: string, data: object = {}) =>
  JSON.stringify({ type, created_at: '2026-03-03T09:00:00.000Z', data: { tags: { delivery: deliveryId }, ...data } })

function called(text: string, { at = now, signedAs = text, by = key } = {}) {
  const stamp = String(Math.floor(at / 1000))
  const signature = createHmac('sha256', Buffer.from(by, 'base64'))
    .update(`msg_1.${stamp}.${signedAs}`)
    .digest('base64')
  const headers = new Headers({
    'svix-id': 'msg_1',
    'svix-timestamp': stamp,
    'svix-signature': `v1,AAAA v1,${signature}`,
  })
  return resend.hear?.({ headers, body: text, now }, config)
}
const heard = (kind: string, detail?: string) => [
  { delivery: deliveryId, kind, at: '2026-03-03T09:00:00.000Z', ...(detail && { detail }) },
]

test.each([
  ['email.delivered', {}, heard('delivered')],
  ['email.opened', {}, heard('opened')],
  ['email.clicked', { click: { link: 'https://shop.example/' } }, heard('clicked', 'https://shop.example/')],
  ['email.bounced', { bounce: { type: 'Permanent', message: 'No such user' } }, heard('bounced', 'No such user')],
  ['email.bounced', { bounce: { type: 'Transient', message: 'Full' } }, []],
  ['email.complained', {}, heard('complained')],
  ['email.sent', {}, []],
  ['email.delivered', { tags: {} }, []],
])('hears of %s %j', async (type, data, expected) => {
  expect(await called(body(type, data))).toEqual(expected)
})

test('believes no callback that is changed, old, unsigned or signed by another', async () => {
  const text = body('email.complained')
  for (const wrong of [{ signedAs: `${text} ` }, { at: now - 301_000 }, { at: now + 301_000 }, { by: 'b3RoZXI=' }])
    await expect(called(text, wrong)).rejects.toMatchObject({ status: 401, code: 'bad_signature' })
  const unsigned = resend.hear?.({ headers: new Headers(), body: text, now }, config)
  await expect(unsigned).rejects.toMatchObject({ status: 401 })
  const none = resend.hear?.({ headers: new Headers(), body: text, now }, { ...config, secret: { apiKey: 're_123' } })
  await expect(none).rejects.toMatchObject({ status: 401 })
})
