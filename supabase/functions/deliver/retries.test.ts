import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney, type LiveJourney } from '../_testing/aLiveJourney.ts'
import { aWorkspace } from '../_testing/aWorkspace.ts'
import { aContact, send, start, track } from '../_testing/events.ts'
import { mailsTo, mailTo } from '../_testing/mailbox.ts'
import { sql } from '../_testing/stack.ts'
import { deliver, deliveriesOf, numbersOf, tick } from '../_testing/worker.ts'

async function aQueuedMessage(domain = 'people.example') {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(workspace, aJourney().trigger('Opened').email('Hello').exit())
  const contact = await aContact(workspace, { email: `${randomUUID()}@${domain}` })
  await track(workspace, contact.userId, 'Opened')
  await tick(start)
  return { journey, ...contact }
}

const theDelivery = async (journey: LiveJourney) => {
  const [delivery] = await deliveriesOf(journey)
  if (!delivery) throw new Error('Nothing was queued')
  return delivery
}
const minutesUntilNext = async (journey: LiveJourney, since: string) =>
  ((await theDelivery(journey)).due_at.getTime() - Date.parse(since)) / 60_000

test('a recipient that the server refuses for good fails at once, with the server’s words', async () => {
  const { journey, email, userId } = await aQueuedMessage('refuse.example')
  await deliver(start)
  expect(await theDelivery(journey)).toMatchObject({
    status: 'failed',
    because: 'refused',
    attempts: 1,
    address: email,
  })
  expect((await theDelivery(journey)).last_error).toContain('No such mailbox')
  expect(await numbersOf(journey)).toMatchObject({ 'n_2 failed refused': 1 })

  const next = await aLiveJourney(journey.workspace, aJourney().trigger('Opened').email('Again').exit())
  await track(journey.workspace, userId, 'Opened')
  await tick(start)
  expect(await deliveriesOf(next)).toEqual([expect.objectContaining({ status: 'skipped', because: 'suppressed' })])
})

test('a server that asks for patience gets it: twice as long each time, then success, in one mail', async () => {
  const { journey, userId } = await aQueuedMessage('defer.example')
  let at = start
  for (const minutes of [0.5, 1, 2]) {
    await deliver(at)
    expect(await theDelivery(journey)).toMatchObject({
      status: 'queued',
      last_error: expect.stringContaining('Try again later'),
    })
    const pause = await minutesUntilNext(journey, at)
    expect(pause).toBeGreaterThan(minutes * 0.94)
    expect(pause).toBeLessThan(minutes * 1.06)
    at = (await theDelivery(journey)).due_at.toISOString()
  }
  const email = `${userId}@people.example`
  await send(journey.workspace, [{ type: 'identify', userId, traits: { email } }])
  await deliver(at)
  expect(await theDelivery(journey)).toMatchObject({ status: 'sent', attempts: 4, address: email, last_error: null })
  expect(await mailsTo(email)).toHaveLength(1)
  const numbers = await numbersOf(journey)
  expect([numbers['n_2 sent'], numbers['n_2 failed gaveUp']]).toEqual([1, undefined])
})

test('is given up after eight attempts', async () => {
  const { journey } = await aQueuedMessage('defer.example')
  for (let attempt = 1; attempt <= 8; attempt++) {
    expect((await theDelivery(journey)).status).toBe('queued')
    await deliver((await theDelivery(journey)).due_at.toISOString())
  }
  expect(await theDelivery(journey)).toMatchObject({ status: 'failed', because: 'gaveUp', attempts: 8 })
  expect(await numbersOf(journey)).toMatchObject({ 'n_2 failed gaveUp': 1 })
})

test('several deliver calls at once send each mail once', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(workspace, aJourney().trigger('Opened').email('Hello').exit())
  const people = Array.from({ length: 250 }, () => randomUUID())
  const address = (userId: string) => `${userId}@people.example`
  await send(
    workspace,
    people.flatMap((userId) => [
      { type: 'identify', userId, traits: { email: address(userId) } },
      { type: 'track', userId, event: 'Opened' },
    ]),
  )
  await tick(start)
  await Promise.all([0, 1, 2, 3].map(() => deliver(start)))
  const deliveries = await deliveriesOf(journey)
  expect(deliveries.map(({ status, attempts, last_error }) => [status, attempts, last_error].join(' '))).toEqual(
    people.map(() => 'sent 1 '),
  )
  expect(await numbersOf(journey)).toMatchObject({ 'n_2 sent': 250 })
  const mails = await Promise.all(people.map((userId) => mailsTo(address(userId))))
  expect(mails.every(({ length }) => length === 1)).toBe(true)
})

test('X3: a message stays with the worker that took it until its lease is over, then another sends it', async () => {
  const { journey, email } = await aQueuedMessage()
  const lease = (until: string) => sql`
    update public.deliveries set lease = ${randomUUID()}, leased_until = now() + ${until}::interval, attempts = 1
    where workspace_id = ${journey.workspace.id}`
  await lease('1 minute')
  await deliver(start)
  expect(await mailsTo(email)).toEqual([])
  await lease('-1 second')
  await deliver(start)
  expect(await theDelivery(journey)).toMatchObject({ status: 'sent', attempts: 1 })
  expect(await mailsTo(email)).toHaveLength(1)
})

test('X3: the late report of a worker that lost its lease changes nothing, while another sends and afterwards', async () => {
  const { journey } = await aQueuedMessage()
  const { id } = await theDelivery(journey)
  const [late, other] = [randomUUID(), randomUUID()]
  const report = [{ workspace_id: journey.workspace.id, id, kind: 'failed', because: 'refused' }]
  const reportLate = () => sql`select private.record_outcomes(${sql.json(report)}, ${late}, ${start})`
  await sql`
    update public.deliveries set lease = ${other}, leased_until = now() - interval '1 second'
    where workspace_id = ${journey.workspace.id}`
  await reportLate()
  expect(await theDelivery(journey)).toMatchObject({ status: 'queued' })
  await deliver(start)
  await reportLate()
  expect(await theDelivery(journey)).toMatchObject({ status: 'sent' })
  expect(await numbersOf(journey)).not.toHaveProperty('n_2 failed refused')
})

test('a repeat of the same message has the same Message-ID, another message has another', async () => {
  const { journey, email } = await aQueuedMessage()
  await deliver(start)
  const { headers } = await mailTo(email)
  // As after a crash between sending and writing it down.
  await sql`update public.deliveries set status = 'queued' where workspace_id = ${journey.workspace.id}`
  await deliver(start)
  const ids = (await mailsTo(email)).map((mail) => mail.headers['message-id'])
  expect(ids).toEqual([headers['message-id'], headers['message-id']])
  const other = await aQueuedMessage()
  await deliver(start)
  expect((await mailTo(other.email)).headers['message-id']).not.toBe(headers['message-id'])
})
