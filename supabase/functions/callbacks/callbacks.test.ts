import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { localKeys } from '../../local/localKeys.ts'
import { aSentMail } from '../_testing/aSentMail.ts'
import { start } from '../_testing/events.ts'
import { call, sql } from '../_testing/stack.ts'
import { deliveriesOf, numbersOf, tick } from '../_testing/worker.ts'

const sign = (body: string) => createHmac('sha256', localKeys.signing).update(body).digest('base64url').slice(0, 32)

const post = (body: string, signature = sign(body), path = '/functions/v1/callbacks/mailbox') =>
  call(path, { headers: { 'content-type': 'application/json', 'x-perennial-signature': signature }, body })

async function aReport() {
  const { journey, mail } = await aSentMail()
  const [workspace_id, delivery_id] = (mail.headers['x-perennial-delivery'] ?? '').split('/')
  return { journey, body: JSON.stringify([{ workspace_id, delivery_id, kind: 'delivered', at: start }]) }
}

test('a signed report of a delivery is counted once, however often it comes', async () => {
  const { journey, body } = await aReport()
  for (const { status, body: answer } of [await post(body), await post(body)])
    expect([status, answer]).toEqual([200, { heard: 1 }])
  expect(await numbersOf(journey)).toMatchObject({ 'n_2 delivered': 1 })
  expect((await deliveriesOf(journey))[0]?.delivered_at.toISOString()).toBe(start)
})

test('a report that is not signed, or was changed on the way, is refused', async () => {
  const { body } = await aReport()
  for (const signature of ['', 'A'.repeat(32), sign(`${body} `)])
    expect(await post(body, signature)).toMatchObject({ status: 401, body: { error: { code: 'bad_signature' } } })
})

test('a signed report of something unknown, malformed or elsewhere does no harm', async () => {
  const { journey, body } = await aReport()
  const elsewhere = body.replace(/"delivery_id":"[^"]+"/, `"delivery_id":"${crypto.randomUUID()}"`)
  expect(await post(elsewhere)).toMatchObject({ status: 200, body: { heard: 0 } })
  expect((await post('{')).status).toBe(400)
  expect((await post('[{"kind":"bought"}]')).status).toBe(400)
  expect((await post(body, sign(body), '/functions/v1/callbacks/nobody')).status).toBe(404)
  expect(await numbersOf(journey)).not.toHaveProperty('n_2 clicked')
})

test.each([
  ['bounced', 'hardBounce', []],
  ['complained', 'complaint', ['email * unsubscribed']],
])('whoever %s is written to no more, and the journeys hear of it once', async (kind, because, consents) => {
  const { journey, email, mail } = await aSentMail()
  const [workspace_id = '', delivery_id] = (mail.headers['x-perennial-delivery'] ?? '').split('/')
  const body = JSON.stringify([{ workspace_id, delivery_id, kind, at: start, detail: '5.1.1' }])
  for (const { status } of [await post(body), await post(body)]) expect(status).toBe(200)
  expect(await sql`select address, because from public.suppressions where workspace_id = ${workspace_id}`).toEqual([
    { address: email, because },
  ])
  const said = await sql`select channel, topic, state from public.consents where workspace_id = ${workspace_id}`
  expect(said.map(({ channel, topic, state }) => `${channel} ${topic} ${state}`)).toEqual(consents)
  expect(await numbersOf(journey)).toMatchObject({ [`n_2 ${kind}`]: 1 })
  await tick(start)
  const heard =
    await sql`select properties from public.events where workspace_id = ${workspace_id} and name = ${`$message_${kind}`}`
  expect(heard.map(({ properties }) => properties.delivery)).toEqual([delivery_id])
})
