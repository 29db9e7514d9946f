import { afterEach, expect, test, vi } from 'vitest'
import { aMail, deliveryId } from '../../../_testing/aMail.ts'
import { aProviderServer } from '../../../_testing/aProviderServer.ts'
import { postmark } from './postmark.ts'

const now = Date.parse('2026-03-03T09:00:00Z')
const config = {
  settings: { from: 'hello@teashop.example', messageStream: 'broadcast' },
  secret: { serverToken: 'pm-123', callbackPassword: 'a-long-enough-password' },
}
const send = () => postmark.open(config).send(aMail, { idempotencyKey: deliveryId, now })

afterEach(() => vi.unstubAllEnvs())

test('hands a mail over in its stream, with the delivery among its metadata', async () => {
  const { seen } = await aProviderServer({ status: 200, body: { ErrorCode: 0, Message: 'OK', MessageID: 'b7bc2f4a' } })
  expect(await send()).toEqual({ is: 'accepted', providerMessageId: 'b7bc2f4a' })
  const [asked] = seen
  expect(asked).toMatchObject({ method: 'POST', url: '/postmark/email' })
  expect(asked?.headers).toMatchObject({ 'x-postmark-server-token': 'pm-123', accept: 'application/json' })
  expect(JSON.parse(asked?.body ?? '')).toEqual({
    From: '"Kettle & Leaf ș" <hello@teashop.example>',
    To: 'ana@people.example',
    Subject: 'Bună, Ana',
    HtmlBody: '<p>Ceai</p>',
    TextBody: 'Ceai',
    MessageStream: 'broadcast',
    Headers: [
      { Name: 'List-Unsubscribe', Value: '<https://app.example/u/1>' },
      { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
    ],
    Metadata: { delivery: deliveryId },
  })
})

const refused = (permanent: boolean, code: string, more = {}) => ({
  ...{ is: 'refused', permanent, code, text: 'Why' },
  ...more,
})

test.each([
  [401, 10, refused(false, '10')],
  [403, 0, refused(false, '0')],
  [422, 300, refused(true, '300')],
  [422, 400, refused(false, '400')],
  [422, 406, refused(true, '406', { isBounce: true })],
  [422, 412, refused(false, '412')],
  [429, 429, { is: 'tryAgain', text: 'Why', isPace: true, after: 7000 }],
  [500, 0, { is: 'tryAgain', text: 'Why' }],
  [503, 100, { is: 'tryAgain', text: 'Why' }],
  [200, 300, { is: 'tryAgain', text: 'Why' }],
])('%i with the error code %i', async (status, ErrorCode, expected) => {
  const headers: Record<string, string> = status === 429 ? { 'retry-after': '7' } : {}
  await aProviderServer({ status, body: { ErrorCode, Message: 'Why' }, headers })
  expect(await send()).toEqual(expected)
})

const at = '2026-03-03T09:00:00.1234567-05:00'
const authorization = (password: string) => `Basic ${Buffer.from(`perennial:${password}`).toString('base64')}`
const called = (event: object, password = 'a-long-enough-password') =>
  postmark.hear?.(
    {
      headers: new Headers({ authorization: authorization(password) }),
      body: JSON.stringify({ Metadata: { delivery: deliveryId }, ...event }),
      now,
    },
    config,
  )
const heard = (kind: string, detail?: string) => [{ delivery: deliveryId, kind, at, ...(detail && { detail }) }]

test.each([
  [{ RecordType: 'Delivery', DeliveredAt: at }, heard('delivered')],
  [{ RecordType: 'Open', ReceivedAt: at }, heard('opened')],
  [
    { RecordType: 'Click', ReceivedAt: at, OriginalLink: 'https://shop.example/' },
    heard('clicked', 'https://shop.example/'),
  ],
  [
    { RecordType: 'Bounce', Type: 'HardBounce', BouncedAt: at, Description: 'Unknown user' },
    heard('bounced', 'Unknown user'),
  ],
  [{ RecordType: 'Bounce', Type: 'SoftBounce', BouncedAt: at }, []],
  [{ RecordType: 'SpamComplaint', Type: 'SpamComplaint', BouncedAt: at, Description: '' }, heard('complained')],
  [{ RecordType: 'SubscriptionChange', ChangedAt: at }, []],
  [{ RecordType: 'Delivery', DeliveredAt: at, Metadata: {} }, []],
])('hears of %j', async (event, expected) => {
  expect(await called(event)).toEqual(expected)
})

test('believes no callback without the password', async () => {
  const event = { RecordType: 'Delivery', DeliveredAt: at }
  await expect(called(event, 'another-password-123')).rejects.toMatchObject({ status: 401, code: 'bad_password' })
  const open = { ...config, secret: { serverToken: 'pm-123' } }
  const request = { headers: new Headers({ authorization: authorization('') }), body: JSON.stringify(event), now }
  await expect(postmark.hear?.(request, open)).rejects.toMatchObject({ status: 401 })
})
