import { expect, test } from 'vitest'
import { aCertificate } from '../_testing/aCertificate.ts'
import { aSentMail } from '../_testing/aSentMail.ts'
import { aSnsMessage, topicArn } from '../_testing/aSnsMessage.ts'
import { start } from '../_testing/events.ts'
import { call } from '../_testing/stack.ts'
import { theProviders } from '../_testing/theProviders.ts'
import { deliveriesOf, numbersOf } from '../_testing/worker.ts'

/** A message that was sent, in a workspace with this provider, and where that calls back. */
async function aSentMailOf(provider: { kind: string; settings: object; secret: object }) {
  const { workspace, journey } = await aSentMail()
  const { body } = await call('/functions/v1/providers/save', {
    headers: workspace.owner.headers,
    body: { workspaceId: workspace.id, name: 'Ours', ...provider },
  })
  const [delivery] = await deliveriesOf(journey)
  const path = `/functions/v1/callbacks/${provider.kind}/${workspace.id}/${body.id}`
  return { journey, delivery: String(delivery?.id), path }
}

test('Amazon SES is heard through SNS: the subscription is confirmed, and what is signed for the topic believed', async () => {
  const { journey, delivery, path } = await aSentMailOf({
    kind: 'ses',
    settings: { from: 'a@own.example', region: 'eu-west-1', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', topicArn },
    secret: { secretAccessKey: 'wJalrXUtnFEMI' },
  })
  const { pem, privateKey } = aCertificate()
  const { seen, origin } = await theProviders(() => ({ status: 200, body: pem }))
  const by = { certificate: `${origin}/SimpleNotificationService-1.pem`, privateKey }
  const post = (message: object) =>
    call(path, { headers: { 'content-type': 'text/plain' }, body: JSON.stringify(message) })

  const SubscribeURL = `${origin}/?Action=ConfirmSubscription&Token=1`
  const subscription = aSnsMessage({}, { ...by, Type: 'SubscriptionConfirmation', Token: '1', SubscribeURL })
  expect(await post(subscription)).toMatchObject({ status: 200, body: { heard: 0 } })
  expect(seen.map(({ url }) => url)).toContain('/?Action=ConfirmSubscription&Token=1')

  const mail = { tags: { delivery: [delivery] } }
  const delivered = { eventType: 'Delivery', mail, delivery: { timestamp: start } }
  for (const SignatureVersion of ['1', '2'] as const)
    expect(await post(aSnsMessage(delivered, { ...by, SignatureVersion }))).toMatchObject({
      status: 200,
      body: { heard: 1 },
    })
  const complained = { eventType: 'Complaint', mail, complaint: { timestamp: start } }
  const forged = aSnsMessage(complained, { ...by, privateKey: aCertificate().privateKey })
  expect(await post(forged)).toMatchObject({ status: 401, body: { error: { code: 'bad_signature' } } })
  expect(await numbersOf(journey)).toMatchObject({ 'n_2 delivered': 1 })
  expect(await numbersOf(journey)).not.toHaveProperty('n_2 complained')
})

test('Postmark is believed with its password; a click on our own link is left to the link', async () => {
  const { journey, delivery, path } = await aSentMailOf({
    kind: 'postmark',
    settings: { from: 'a@own.example' },
    secret: { serverToken: 'pm', callbackPassword: 'a-long-enough-password' },
  })
  const post = (event: object, password = 'a-long-enough-password') =>
    call(path, {
      headers: { authorization: `Basic ${Buffer.from(`perennial:${password}`).toString('base64')}` },
      body: { ...event, Metadata: { delivery } },
    })
  const click = (OriginalLink: string) => ({ RecordType: 'Click', ReceivedAt: start, OriginalLink })
  expect((await post(click('https://shop.example/'), 'another-password-123')).status).toBe(401)
  expect((await post(click('https://app.example/functions/v1/track/c/x.y'))).body).toEqual({ heard: 0 })
  expect((await post({ RecordType: 'Open', ReceivedAt: start })).body).toEqual({ heard: 1 })
  expect(await numbersOf(journey)).toMatchObject({ 'n_2 opened': 1 })
  expect(await numbersOf(journey)).not.toHaveProperty('n_2 clicked')
  expect((await post(click('https://shop.example/'))).body).toEqual({ heard: 1 })
  expect(await numbersOf(journey)).toMatchObject({ 'n_2 clicked': 1 })
})
