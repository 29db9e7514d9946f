import { afterEach, expect, test, vi } from 'vitest'
import { aCertificate } from '../../../_testing/aCertificate.ts'
import { aMail, deliveryId } from '../../../_testing/aMail.ts'
import { aProviderServer } from '../../../_testing/aProviderServer.ts'
import { aServer } from '../../../_testing/aServer.ts'
import { aSnsMessage, topicArn } from '../../../_testing/aSnsMessage.ts'
import { ses } from './ses.ts'
import { signV4 } from './signV4.ts'
import type { SnsMessage } from './snsSignature.ts'

const now = Date.parse('2026-03-03T09:00:00Z')
const config = {
  settings: {
    from: 'hello@teashop.example',
    region: 'eu-west-1',
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    configurationSet: 'events',
    topicArn,
  },
  secret: { secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' },
}
const send = () => ses.open(config).send(aMail, { idempotencyKey: deliveryId, now })

afterEach(() => vi.unstubAllEnvs())

test('hands a mail over signed, tagged with its delivery', async () => {
  const { seen, origin } = await aProviderServer({ status: 200, body: { MessageId: '010001' } })
  expect(await send()).toEqual({ is: 'accepted', providerMessageId: '010001' })
  const [asked] = seen
  const body = asked?.body ?? ''
  expect(asked).toMatchObject({ method: 'POST', url: '/ses/v2/email/outbound-emails' })
  expect(JSON.parse(body)).toMatchObject({
    FromEmailAddress: `=?UTF-8?B?${Buffer.from('Kettle "&" Leaf ș').toString('base64')}?= <hello@teashop.example>`,
    Destination: { ToAddresses: ['ana@people.example'] },
    Content: { Simple: { Subject: { Data: 'Bună, Ana', Charset: 'UTF-8' } } },
    EmailTags: [{ Name: 'delivery', Value: deliveryId }],
    ConfigurationSetName: 'events',
  })
  const stamp = String(asked?.headers['x-amz-date'])
  const at = Date.parse(stamp.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  const url = new URL(`${origin}/ses/v2/email/outbound-emails`)
  const headers = { 'content-type': String(asked?.headers['content-type']), host: String(asked?.headers.host) }
  const key = { ...config.settings, ...config.secret, service: 'ses' }
  const own = signV4({ method: 'POST', url, headers, body }, key, at)
  expect(asked?.headers.authorization).toBe(own.authorization)
})

const refused = (permanent: boolean, code: string) => ({ is: 'refused', permanent, code, text: 'Why' })

test.each([
  [400, 'MessageRejected', 'Why', refused(true, 'MessageRejected')],
  [400, 'BadRequestException', 'Why', refused(true, 'BadRequestException')],
  [400, 'AccountSuspendedException', 'Why', refused(false, 'AccountSuspendedException')],
  [400, 'SendingPausedException', 'Why', refused(false, 'SendingPausedException')],
  [403, 'SignatureDoesNotMatch', 'Why', refused(false, 'SignatureDoesNotMatch')],
  [404, 'NotFoundException', 'Why', refused(false, 'NotFoundException')],
  [429, 'TooManyRequestsException', 'Why', { is: 'tryAgain', text: 'Why', isPace: true }],
  [400, 'ThrottlingException', 'Why', { is: 'tryAgain', text: 'Why', isPace: true }],
  [400, 'LimitExceededException', 'Why', { is: 'tryAgain', text: 'Why', isPace: true, after: 600_000 }],
  [503, 'ServiceUnavailable', 'Why', { is: 'tryAgain', text: 'Why' }],
])('%i %s', async (status, type, message, expected) => {
  const headers = { 'x-amzn-errortype': `${type}:http://internal.amazon.com/coral/` }
  await aProviderServer({ status, body: { message }, headers })
  expect(await send()).toEqual(expected)
})

test('an address of ours that is not verified yet, or a spent quota, is said with the same codes and is no fault of the mail', async () => {
  const message = 'Email address is not verified. hello@teashop.example'
  const quota = 'Daily message quota exceeded'
  const body = { __type: 'com.amazonaws#MessageRejected' }
  await aProviderServer({ status: 400, body: { ...body, message } }, { status: 400, body: { ...body, message: quota } })
  expect(await send()).toMatchObject({ is: 'refused', permanent: false, code: 'MessageRejected' })
  expect(await send()).toMatchObject({ is: 'tryAgain', after: 600_000 })
})

const { pem, privateKey } = aCertificate()
const timestamp = '2026-03-03T09:00:00.000Z'
const event = (eventType: string, more: object) => ({ eventType, mail: { tags: { delivery: [deliveryId] } }, ...more })
const delivered = event('Delivery', { delivery: { timestamp } })

/** A server that has the certificate and confirms subscriptions. */
async function anSns() {
  const { seen, origin } = await aServer((_, response) => response.end(pem))
  vi.stubEnv('PROVIDERS_ORIGIN', origin)
  return { seen, certificate: `${origin}/SimpleNotificationService-1.pem`, origin }
}
const hear = (message: SnsMessage | string, using = config) =>
  ses.hear?.(
    { headers: new Headers(), body: typeof message === 'string' ? message : JSON.stringify(message), now },
    using,
  )
const heard = (kind: string, detail?: string) => [
  { delivery: deliveryId, kind, at: timestamp, ...(detail && { detail }) },
]

test.each([
  [delivered, heard('delivered')],
  [event('Open', { open: { timestamp } }), heard('opened')],
  [event('Click', { click: { timestamp, link: 'https://shop.example/' } }), heard('clicked', 'https://shop.example/')],
  [
    event('Bounce', { bounce: { timestamp, bounceType: 'Permanent', bounceSubType: 'Suppressed' } }),
    heard('bounced', 'Suppressed'),
  ],
  [event('Bounce', { bounce: { timestamp, bounceType: 'Transient' } }), []],
  [event('Complaint', { complaint: { timestamp } }), heard('complained')],
  [event('Send', { send: {} }), []],
  [{ ...delivered, mail: {} }, []],
])('hears of %j', async (message, expected) => {
  const { certificate } = await anSns()
  for (const SignatureVersion of ['1', '2'] as const)
    expect(
      await hear(aSnsMessage(message, { certificate, privateKey, SignatureVersion, Subject: 'Amazon SES' })),
    ).toEqual(expected)
})

test('believes nothing that is changed, of another topic, or signed by somebody else', async () => {
  const { certificate, origin, seen } = await anSns()
  const signed = aSnsMessage(delivered, { certificate, privateKey })
  const elsewhere = 'https://sns.eu-west-1.amazonaws.com.evil.example/x.pem'
  for (const wrong of [
    { ...signed, Message: signed.Message.replace('Delivery', 'Complaint') },
    { ...signed, Timestamp: '2026-03-04T09:00:01.000Z' },
    aSnsMessage(delivered, { certificate, privateKey, TopicArn: `${topicArn}-other` }),
    aSnsMessage(delivered, { certificate, privateKey: aCertificate().privateKey }),
    aSnsMessage(delivered, { certificate: elsewhere, privateKey }),
    aSnsMessage(delivered, { certificate: `${origin}/certificate.txt`, privateKey }),
  ])
    await expect(hear(wrong)).rejects.toMatchObject({ status: 401, code: 'bad_signature' })
  expect(seen.map(({ url }) => url)).toEqual(['/SimpleNotificationService-1.pem'])
  await expect(hear('{}')).rejects.toMatchObject({ status: 400 })
  const { topicArn: _, ...settings } = config.settings
  await expect(hear(signed, { ...config, settings: { ...settings, topicArn: '' } })).rejects.toThrow()
})

test('confirms the subscription of its topic, and of no other address than Amazon’s', async () => {
  const { certificate, origin, seen } = await anSns()
  const asked = (SubscribeURL: string) =>
    aSnsMessage({}, { certificate, privateKey, Type: 'SubscriptionConfirmation', Token: '2336412f37', SubscribeURL })
  expect(await hear(asked(`${origin}/?Action=ConfirmSubscription`))).toEqual([])
  expect(seen.at(-1)?.url).toBe('/?Action=ConfirmSubscription')
  await expect(hear(asked('https://evil.example/'))).rejects.toMatchObject({ status: 400, code: 'bad_subscription' })
})
