import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import type { WebhookData } from '../../../src/nodes/webhook/webhookData.ts'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney, type LiveJourney } from '../_testing/aLiveJourney.ts'
import { rpc } from '../_testing/aPerson.ts'
import { aServer } from '../_testing/aServer.ts'
import { aMember, aWorkspace } from '../_testing/aWorkspace.ts'
import { aContact, later, start, track } from '../_testing/events.ts'
import { sql } from '../_testing/stack.ts'
import { deliver, deliveriesOf, enrollmentsOf, numbersOf, stepsOf, tick } from '../_testing/worker.ts'

/** A contact has come to a step that asks a server. */
async function anAskingContact(data: Partial<WebhookData>) {
  const workspace = await aWorkspace()
  const drawn = aJourney()
    .trigger('Opened')
    .as('ask')
    .webhook(data, { failed: (lane) => lane.as('sorry').exit('failed') })
    .as('has')
    .branch({ yes: { if: 'attribute', attribute: 'coupon', test: { op: 'is', value: 'TEA10' } } })
    .exit()
  const journey = await aLiveJourney(workspace, drawn)
  const contact = await aContact(workspace, { first_name: 'Ana' })
  await track(workspace, contact.userId, 'Opened', start, { properties: { total: 12.5 } })
  await tick(start)
  return { journey, workspace, ...contact }
}

const ways = async (journey: LiveJourney) => (await stepsOf(journey)).map((step) => step.split(' ').slice(1).join(' '))
const inAMinute = later({ minutes: 1 })

test('asks with the contact’s values, signed, and the answer’s values are there for the next step', async () => {
  const server = await aServer((_, response) => response.end('{"data": {"code": "TEA10"}}'))
  const { journey, workspace } = await anAskingContact({
    url: `${server.origin}/coupon?total={{ event.total }}`,
    headers: [{ name: 'x-shop', value: 'tea' }],
    body: { as: 'json', template: '{"name": "{{ contact.first_name }}"}' },
    answer: [{ path: 'data.code', attribute: 'coupon' }],
  })
  await deliver(start)
  await tick(inAMinute)
  const [seen] = server.seen
  expect(seen).toMatchObject({ method: 'POST', url: '/coupon?total=12.5', body: '{"name": "Ana"}' })
  expect(seen?.headers).toMatchObject({ 'x-shop': 'tea', 'content-type': 'application/json' })
  const [enrollment] = await enrollmentsOf(journey)
  const id = `${enrollment?.id}:ask:2`
  expect(seen?.headers).toMatchObject({ 'webhook-id': id, 'idempotency-key': id })
  const { body: secret } = await rpc(workspace.owner, 'webhook_secret', { workspace: workspace.id })
  const signed = `${id}.${seen?.headers['webhook-timestamp']}.${seen?.body}`
  const signature = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
    .update(signed)
    .digest('base64')
  expect(seen?.headers['webhook-signature']).toBe(`v1,${signature}`)
  expect(await ways(journey)).toEqual(['n_1 next', 'ask next', 'has yes', 'n_5 (exit)'])
  expect(await deliveriesOf(journey)).toMatchObject([
    { status: 'sent', attempts: 1, address: `POST ${server.origin}/coupon` },
  ])
  expect(Object.keys(await numbersOf(journey)).filter((key) => key.includes('sent'))).toEqual([])
})

test('what a server says is taken without the characters that no row can hold, and no other message waits for it', async () => {
  const server = await aServer((_, response) => response.end('{"code": "TEA\\u000010\\ud83d"}'))
  const { journey } = await anAskingContact({ url: server.origin, answer: [{ path: 'code', attribute: 'coupon' }] })
  const babbler = await aServer((_, response) => response.writeHead(404).end('no\0thing'))
  const { journey: other } = await anAskingContact({ url: babbler.origin })
  await deliver(start)
  await tick(inAMinute)
  expect(await ways(journey)).toEqual(['n_1 next', 'ask next', 'has yes', 'n_5 (exit)'])
  expect(await deliveriesOf(other)).toMatchObject([{ status: 'failed', last_error: 'HTTP 404 nothing' }])
})

test('T4, P29: a server that refuses is asked once, and the contact goes on by the other port', async () => {
  const server = await aServer((_, response) => response.writeHead(404).end('no such hook'))
  const { journey } = await anAskingContact({ url: server.origin })
  await deliver(start)
  await deliver(later({ hours: 2 }))
  await tick(later({ hours: 2 }))
  expect(server.seen).toHaveLength(1)
  expect(await ways(journey)).toEqual(['n_1 next', 'ask failed', 'sorry (failed)'])
  expect(await deliveriesOf(journey)).toMatchObject([
    { status: 'failed', because: 'declined', last_error: 'HTTP 404 no such hook' },
  ])
})

test('a server in trouble is asked again when it says, under the same id, and answers in the end', async () => {
  const server = await aServer((_, response) => {
    if (server.seen.length === 1) response.writeHead(503, { 'retry-after': '600' }).end()
    else if (server.seen.length === 2) response.writeHead(429).end()
    else response.end('{}')
  })
  const { journey } = await anAskingContact({ url: server.origin, retries: 2 })
  await deliver(start)
  await tick(inAMinute)
  expect((await enrollmentsOf(journey))[0]?.node_id).toBe('ask')
  const [waiting] = await deliveriesOf(journey)
  expect(waiting).toMatchObject({ status: 'queued', last_error: 'HTTP 503' })
  expect(waiting?.due_at.toISOString()).toBe(later({ minutes: 10 }))
  await deliver(later({ minutes: 10 }))
  await deliver(later({ minutes: 20 }))
  await tick(later({ minutes: 20 }))
  expect(new Set(server.seen.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(await ways(journey)).toEqual(['n_1 next', 'ask next', 'has else', 'n_5 (exit)'])
})

test('is given up after the retries, and the contact goes on by the other port', async () => {
  const { journey } = await anAskingContact({ url: 'http://127.0.0.1:9/closed', retries: 1 })
  await deliver(start)
  await deliver(later({ hours: 1 }))
  await tick(later({ hours: 1 }))
  expect(await deliveriesOf(journey)).toMatchObject([{ status: 'failed', because: 'gaveUp', attempts: 2 }])
  expect(await ways(journey)).toEqual(['n_1 next', 'ask failed', 'sorry (failed)'])
})

test.each([
  ['blockedAddress', 'http://10.0.0.1/'],
  ['blockedAddress', 'https://169.254.169.254/latest/meta-data/'],
  ['blockedAddress', 'https://[fd00::1]/'],
])('%s: %s is not asked', async (because, url) => {
  const { journey } = await anAskingContact({ url })
  await deliver(start)
  expect(await deliveriesOf(journey)).toMatchObject([{ status: 'failed', because, attempts: 1 }])
})

test.each([
  ['tooLarge', (origin: string) => `${origin}/large`],
  ['tooManyRedirects', (origin: string) => `${origin}/round`],
  ['blockedAddress', (origin: string) => `${origin}/inside`],
])('%s ends it at once', async (because, urlOf) => {
  const server = await aServer(({ url }, response) => {
    if (url === '/large') response.end('x'.repeat(300_000))
    else response.writeHead(302, { location: url === '/round' ? '/round' : 'http://10.0.0.1/' }).end()
  })
  const { journey } = await anAskingContact({ url: urlOf(server.origin) })
  await deliver(start)
  expect(await deliveriesOf(journey)).toMatchObject([{ status: 'failed', because, attempts: 1 }])
})

test('a server that does not answer in time is tried again later', async () => {
  const server = await aServer(() => undefined)
  const { journey } = await anAskingContact({ url: server.origin, seconds: 1 })
  await deliver(start)
  expect(await deliveriesOf(journey)).toMatchObject([{ status: 'queued', last_error: 'No answer in time' }])
})

test('several deliver calls at once ask once, and a second answer changes nothing', async () => {
  const server = await aServer((_, response) => response.end('{}'))
  const { journey } = await anAskingContact({ url: server.origin })
  await Promise.all([deliver(start), deliver(start), deliver(start)])
  await tick(inAMinute)
  await tick(later({ days: 2 }))
  expect(server.seen).toHaveLength(1)
  expect(await ways(journey)).toEqual(['n_1 next', 'ask next', 'has else', 'n_5 (exit)'])
})

test('admins see and change the secret; the former one goes on signing beside it', async () => {
  const workspace = await aWorkspace()
  const { owner, id } = workspace
  const { body: first } = await rpc(owner, 'webhook_secret', { workspace: id })
  expect(first).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect((await rpc(owner, 'webhook_secret', { workspace: id })).body).toBe(first)
  const { body: second } = await rpc(owner, 'rotate_webhook_secret', { workspace: id })
  expect(second).not.toBe(first)
  const [row] = await sql`select secrets from private.signing_secrets(array[${id}::uuid])`
  expect(row?.secrets).toEqual([second, first])
  await sql`update private.webhook_secrets set changed_at = now() - interval '25 hours' where workspace_id = ${id}`
  const [later] = await sql`select secrets from private.signing_secrets(array[${id}::uuid])`
  expect(later?.secrets).toEqual([second])
  const editor = await aMember(workspace, 'editor')
  expect((await rpc(editor, 'webhook_secret', { workspace: id })).status).toBe(403)
})
