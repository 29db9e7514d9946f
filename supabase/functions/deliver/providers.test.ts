import { createHmac, randomUUID } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import type { Reply } from '../_testing/aProviderServer.ts'
import { aServer } from '../_testing/aServer.ts'
import { aWorkspace, type Workspace } from '../_testing/aWorkspace.ts'
import { aContact, send, start, track } from '../_testing/events.ts'
import { mailsTo } from '../_testing/mailbox.ts'
import { call, sql } from '../_testing/stack.ts'
import { theProviders } from '../_testing/theProviders.ts'
import { deliver, deliveriesOf, numbersOf, tick } from '../_testing/worker.ts'

const signing = Buffer.from('a signing secret of some length').toString('base64')
const resend = {
  kind: 'resend',
  name: 'Resend',
  settings: { from: 'tea@own.example' },
  secret: { apiKey: 're_123', webhookSecret: `whsec_${signing}` },
}

async function use(workspace: Workspace, provider: object = resend): Promise<string> {
  const { headers } = workspace.owner
  const body = { workspaceId: workspace.id, ...provider }
  const { body: saved } = await call('/functions/v1/providers/save', { headers, body })
  await call('/rest/v1/rpc/use_provider', {
    headers,
    body: { workspace: workspace.id, on_channel: 'email', provider: saved.id },
  })
  return saved.id
}

async function aQueuedMessage(provider?: object) {
  const workspace = await aWorkspace()
  const id = await use(workspace, provider)
  const journey = await aLiveJourney(workspace, aJourney().trigger('Opened').email('Hello').exit())
  const contact = await aContact(workspace)
  await track(workspace, contact.userId, 'Opened')
  await tick(start)
  return { workspace, journey, provider: id, ...contact }
}

/** What the providers answer to mails of one person; other tests' mails may be due too. */
const answering = (email: string, ...replies: Reply[]) => {
  let count = 0
  return theProviders(({ body }) =>
    body.includes(email) ? (replies[Math.min(count++, replies.length - 1)] ?? { status: 500 }) : { status: 500 },
  )
}

test('mail of a workspace goes through its own provider, and what becomes of it comes back', async () => {
  const { journey, email, workspace, provider } = await aQueuedMessage()
  const { seen } = await answering(email, { status: 200, body: { id: 'resend-1' } })
  await deliver(start)
  const [delivery] = await deliveriesOf(journey)
  expect(delivery).toMatchObject({ status: 'sent', address: email, attempts: 1 })
  expect(await mailsTo(email)).toEqual([])
  const [asked] = seen.filter(({ body }) => body.includes(email))
  expect(asked?.headers).toMatchObject({ authorization: 'Bearer re_123', 'idempotency-key': delivery?.id })
  expect(JSON.parse(asked?.body ?? '')).toMatchObject({ from: expect.stringContaining('<tea@own.example>') })
  const log = await sql`select detail from public.delivery_log where delivery_id = ${delivery?.id} and kind = 'sent'`
  expect(log).toEqual([{ detail: 'resend resend-1' }])

  const report = (type: string, of = delivery?.id, at = `/${workspace.id}/${provider}`) => {
    const body = JSON.stringify({ type, created_at: start, data: { tags: { delivery: of } } })
    const stamp = String(Math.floor(Date.now() / 1000))
    const hash = createHmac('sha256', Buffer.from(signing, 'base64')).update(`m.${stamp}.${body}`).digest('base64')
    const headers = { 'svix-id': 'm', 'svix-timestamp': stamp, 'svix-signature': `v1,${hash}` }
    return call(`/functions/v1/callbacks/resend${at}`, { headers, body })
  }
  expect(await report('email.delivered')).toMatchObject({ status: 200, body: { heard: 1 } })
  expect(await report('email.delivered', randomUUID())).toMatchObject({ status: 200, body: { heard: 0 } })
  expect(await report('email.bounced')).toMatchObject({ status: 200, body: { heard: 1 } })
  expect(await numbersOf(journey)).toMatchObject({ 'n_2 sent': 1, 'n_2 delivered': 1, 'n_2 bounced': 1 })
  expect(await sql`select address from public.suppressions where workspace_id = ${workspace.id}`).toEqual([
    { address: email },
  ])

  const other = await aWorkspace()
  const theirs = await use(other)
  expect(await report('email.complained', delivery?.id, `/${other.id}/${theirs}`)).toMatchObject({ body: { heard: 0 } })
  for (const at of [`/${workspace.id}/${randomUUID()}`, `/${other.id}/${provider}`, '/x/y', ''])
    expect((await report('email.complained', delivery?.id, at)).status).toBe(404)
  const unsigned = { headers: {}, body: '{}' }
  expect((await call(`/functions/v1/callbacks/resend/${workspace.id}/${provider}`, unsigned)).status).toBe(401)
  expect(await numbersOf(journey)).not.toHaveProperty('n_2 complained')
})

test('a provider that takes no more for now is left alone as long as it asks, which counts as no try', async () => {
  const { journey, email, workspace } = await aQueuedMessage()
  const others = Array.from({ length: 20 }, () => randomUUID())
  await send(
    workspace,
    others.flatMap((userId) => [
      { type: 'identify', userId, traits: { email: `${userId}@people.example` } },
      { type: 'track', userId, event: 'Opened' },
    ]),
  )
  await tick(start)
  const busy = {
    status: 429,
    body: { name: 'rate_limit_exceeded', message: 'Slow down' },
    headers: { 'retry-after': '90' },
  }
  const { seen } = await theProviders(() => busy)
  await deliver(start)
  expect(seen.length).toBeLessThan(10)
  const held = await deliveriesOf(journey)
  expect(held).toHaveLength(21)
  for (const { status, attempts, due_at } of held) {
    expect([status, attempts]).toEqual(['queued', 0])
    expect((due_at.getTime() - Date.parse(start)) / 1000).toBeGreaterThan(80)
    expect((due_at.getTime() - Date.parse(start)) / 1000).toBeLessThan(91)
  }
  expect(held.map(({ last_error }) => last_error)).toContain('Slow down')
  expect(await mailsTo(email)).toEqual([])
})

/** A provider that takes the mails of one person, and whose first answer gets lost: how often it was asked, by key. */
async function aForgetfulProvider(email: string, answer: object) {
  const asked = new Map<string, number>()
  await aServer(
    ({ headers, body }, response) => {
      if (!body.includes(email)) return response.writeHead(500).end()
      const key = String(headers['idempotency-key'])
      asked.set(key, (asked.get(key) ?? 0) + 1)
      return asked.get(key) === 1 ? response.destroy() : response.writeHead(200).end(JSON.stringify(answer))
    },
    Number(new URL(inject('providersOrigin')).port),
  )
  return asked
}

test('an answer that got lost makes no second mail where the provider knows keys: every try has the same', async () => {
  const { journey, email } = await aQueuedMessage()
  const asked = await aForgetfulProvider(email, { id: 'resend-1' })
  await deliver(start)
  await deliver((await deliveriesOf(journey))[0]?.due_at.toISOString())
  const [delivery] = await deliveriesOf(journey)
  expect(delivery).toMatchObject({ status: 'sent' })
  expect([...asked]).toEqual([[delivery?.id, 2]])
})

test('a provider that knows no keys is never asked again unseen: each try is on record', async () => {
  const { journey, email } = await aQueuedMessage({ ...resend, kind: 'postmark', secret: { serverToken: 'pm' } })
  const asked = await aForgetfulProvider(email, { ErrorCode: 0, Message: 'OK', MessageID: 'pm-1' })
  for (const [times, status] of [
    [1, 'queued'],
    [2, 'sent'],
  ] as const) {
    await deliver((await deliveriesOf(journey))[0]?.due_at.toISOString())
    expect((await deliveriesOf(journey))[0]).toMatchObject({ status, attempts: times })
    expect([...asked.values()]).toEqual([times])
  }
})

test('what a provider holds back for more than three days is given up, so that nothing waits for ever', async () => {
  const { journey, email } = await aQueuedMessage()
  const body = { name: 'monthly_quota_exceeded', message: 'Upgrade' }
  await answering(email, { status: 429, body })
  const theDelivery = async () => (await deliveriesOf(journey))[0]
  await deliver(start)
  expect(await theDelivery()).toMatchObject({ status: 'queued', attempts: 0, last_error: 'Upgrade' })
  let at = new Date(Date.parse(start) + 73 * 3_600_000).toISOString()
  for (let times = 1; times <= 9; times++) {
    expect((await theDelivery())?.status).toBe('queued')
    await deliver(at)
    at = (await theDelivery())?.due_at.toISOString()
  }
  expect(await theDelivery()).toMatchObject({ status: 'failed', because: 'gaveUp' })
})

test('a wrong key is tried again, as an admin can put it right; then it is given up, and no other way is taken', async () => {
  const { journey, email, workspace, provider } = await aQueuedMessage()
  await answering(email, { status: 403, body: { name: 'invalid_api_key', message: 'API key is invalid' } })
  await deliver(start)
  expect((await deliveriesOf(journey))[0]).toMatchObject({
    status: 'queued',
    attempts: 1,
    last_error: 'invalid_api_key API key is invalid',
  })
  await sql`update public.providers set secret = 'not sealed by us', updated_at = now() where id = ${provider}`
  for (let attempt = 2; attempt <= 8; attempt++) await deliver((await deliveriesOf(journey))[0]?.due_at.toISOString())
  expect((await deliveriesOf(journey))[0]).toMatchObject({ status: 'failed', because: 'gaveUp', attempts: 8 })
  expect(await mailsTo(email)).toEqual([])

  await call('/rest/v1/rpc/use_provider', {
    headers: workspace.owner.headers,
    body: { workspace: workspace.id, on_channel: 'email' },
  })
  await sql`update public.deliveries set status = 'queued', because = null, attempts = 0 where workspace_id = ${workspace.id}`
  await deliver((await deliveriesOf(journey))[0]?.due_at.toISOString())
  expect(await mailsTo(email)).toHaveLength(1)
})

test('a recipient the provider gave up on is written to no more', async () => {
  const postmark = { ...resend, kind: 'postmark', secret: { serverToken: 'pm' } }
  const { journey, email, workspace } = await aQueuedMessage(postmark)
  await answering(email, { status: 422, body: { ErrorCode: 406, Message: 'Inactive recipient' } })
  await deliver(start)
  expect((await deliveriesOf(journey))[0]).toMatchObject({ status: 'failed', because: 'refused' })
  const blocked = await sql`select address, because from public.suppressions where workspace_id = ${workspace.id}`
  expect(blocked).toEqual([{ address: email, because: 'hardBounce' }])
})
