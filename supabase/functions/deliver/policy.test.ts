import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { JourneySettings } from '../../../src/engine/journey.ts'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney, type LiveJourney } from '../_testing/aLiveJourney.ts'
import { rpc } from '../_testing/aPerson.ts'
import { aWorkspace, type Workspace } from '../_testing/aWorkspace.ts'
import { aContact, later, start, track } from '../_testing/events.ts'
import { mailsTo } from '../_testing/mailbox.ts'
import { sql } from '../_testing/stack.ts'
import { deliver, enrollmentsOf, numbersOf, stepsOf, tick } from '../_testing/worker.ts'

// The workspace is in Bucharest, where the tests begin on a Monday at 14:00.
const rules = async (workspace: Workspace, quiet_hours: unknown, caps: unknown[] = []) => {
  const { status } = await rpc(workspace.owner, 'set_sending_policy', { workspace: workspace.id, quiet_hours, caps })
  expect(status).toBeLessThan(300)
}
const messages = async ({ workspace, id }: LiveJourney) =>
  (
    await sql`select status, because, held_because, held_since, due_at from public.deliveries
      where workspace_id = ${workspace.id} and journey_id = ${id} order by due_at`
  ).map(({ status, because, held_because, held_since, due_at }) =>
    [status, because, due_at.toISOString(), held_because, held_since?.toISOString()].filter(Boolean).join(' '),
  )
const subjects = async (email: string) => (await mailsTo(email)).map(({ subject }) => subject)

test('D25: of three contacts, the two who subscribed to the topic are sent the message; the third goes on by its own way', async () => {
  const workspace = await aWorkspace()
  await sql`update public.topics set by_default = 'unsubscribed' where workspace_id = ${workspace.id} and id = 'marketing'`
  const journey = await aLiveJourney(
    workspace,
    aJourney()
      .trigger('Opened')
      .message({ name: 'News', hasNotSent: true }, { notSent: (lane) => lane.exit('not sent') })
      .exit('sent'),
  )
  const people = [await aContact(workspace), await aContact(workspace), await aContact(workspace)]
  for (const [index, { userId }] of people.entries()) {
    const [contact] =
      await sql`select id from public.contacts where workspace_id = ${workspace.id} and external_id = ${userId}`
    const said = { workspace: workspace.id, contact: Number(contact?.id), channel: 'email', topic: 'marketing' }
    if (index < 2) await rpc(workspace.owner, 'set_consent', { ...said, subscribed: true })
    await track(workspace, userId, 'Opened')
  }
  await tick(start)
  await deliver(start)
  expect(await Promise.all(people.map(async ({ email }) => (await subjects(email)).length))).toEqual([1, 1, 0])
  expect(await numbersOf(journey)).toMatchObject({
    'n_2 sent': 2,
    'n_2 skipped notSubscribed': 1,
    'n_2 left next': 2,
    'n_2 left notSent': 1,
  })
})

test('quiet hours hold a message to the morning of the contact, and the next wait counts from then', async () => {
  const workspace = await aWorkspace()
  await rules(workspace, { from: '21:00', to: '08:00' })
  const journey = await aLiveJourney(
    workspace,
    aJourney().trigger('Opened').email('Hi').wait('PT1H').email('Again').exit(),
  )
  const home = await aContact(workspace)
  const abroad = await aContact(workspace, { timezone: 'Asia/Tokyo' })
  const evening = later({ hours: 8 })
  for (const { userId } of [home, abroad]) await track(workspace, userId, 'Opened', evening)
  await tick(evening)
  expect((await enrollmentsOf(journey)).map(({ node_id, wake_at }) => [node_id, wake_at.toISOString()])).toEqual([
    ['n_2', '2027-03-02T06:00:00.000Z'],
    ['n_2', '2027-03-01T23:00:00.000Z'],
  ])
  for (const at of ['2027-03-01T23:00:00Z', '2027-03-02T05:59:59Z', '2027-03-02T09:00:00Z']) await tick(at)
  const held = `quietHours ${evening}`
  expect(await messages(journey)).toEqual([
    `queued 2027-03-01T23:00:00.000Z ${held}`,
    'queued 2027-03-02T00:00:00.000Z',
    `queued 2027-03-02T06:00:00.000Z ${held}`,
    'queued 2027-03-02T07:00:00.000Z',
  ])
})

test('an urgent message goes out in the quiet hours', async () => {
  const workspace = await aWorkspace()
  await rules(workspace, { from: '12:00', to: '16:00' })
  const drawn = aJourney().trigger('Opened').message({ topic: 'service', capClass: 'urgent' }).exit()
  const journey = await aLiveJourney(workspace, drawn)
  const { userId } = await aContact(workspace)
  await track(workspace, userId, 'Opened')
  await tick(start)
  expect(await messages(journey)).toEqual([`queued ${start}`])
})

describe('a frequency cap', () => {
  const aMessage = (workspace: Workspace, name: string, settings: Partial<JourneySettings> = {}) =>
    aLiveJourney(workspace, aJourney().trigger('Opened').email(name).exit().with(settings))
  const cap = (most: number, per = 'P1D') => [{ capClass: 'marketing', most, per }]

  test('across journeys lets the more important one go first; the others wait and none is lost', async () => {
    const workspace = await aWorkspace()
    await rules(workspace, null, cap(1))
    const low = await aMessage(workspace, 'Low', { sending: { priority: 10 } })
    const middle = await aMessage(workspace, 'Middle')
    const high = await aMessage(workspace, 'High', { sending: { priority: 90 } })
    const { userId, email } = await aContact(workspace)
    await track(workspace, userId, 'Opened')
    await tick(start)
    await deliver(start)
    expect(await subjects(email)).toEqual(['High'])
    expect([await messages(high), await messages(middle), await messages(low)]).toEqual([[`sent ${start}`], [], []])

    await tick(later({ days: 1 }))
    expect([await messages(middle), await messages(low)]).toEqual([
      [`queued ${later({ days: 1 })} frequencyCap ${start}`],
      [],
    ])
    await tick(later({ days: 2 }))
    expect(await messages(low)).toEqual([`queued ${later({ days: 2 })} frequencyCap ${start}`])
    expect(await stepsOf(low)).toContain(`${later({ days: 2 })} n_2 next`)
  })

  test('holds whatever the order and however many workers run', async () => {
    const workspace = await aWorkspace()
    await rules(workspace, null, cap(2, 'PT6H'))
    const journeys = []
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) journeys.push(await aMessage(workspace, name))
    const people = Array.from({ length: 20 }, () => randomUUID())
    for (const userId of people) await aContact(workspace, { email: `${userId}@people.example` })
    await sql`insert into public.contacts (workspace_id, external_id, email)
      select ${workspace.id}, id, id || '@people.example' from unnest(${people}::text[]) id`
    for (const userId of people) await track(workspace, userId, 'Opened')
    await Promise.all([tick(start), tick(start), tick(start)])
    await Promise.all([tick(later({ hours: 6 })), tick(later({ hours: 6 }))])
    await tick(later({ hours: 30 }))
    const rows = await sql`select contact_id, array_agg(due_at order by due_at) as sent from public.deliveries
      where workspace_id = ${workspace.id} group by 1`
    const hours = rows.map(({ sent }) => sent.map((at: Date) => (at.getTime() - Date.parse(start)) / 3_600_000))
    expect(hours).toEqual(people.map(() => [0, 0, 6, 6, 12, 12]))
  })

  test('does not count what was not sent after all, nor messages of another class', async () => {
    const workspace = await aWorkspace()
    await rules(workspace, null, cap(1))
    const service = aJourney().trigger('Opened').message({ topic: 'service', capClass: 'service' }).exit()
    await aLiveJourney(workspace, service)
    const { userId, email } = await aContact(workspace)
    await aMessage(workspace, 'First')
    await track(workspace, userId, 'Opened')
    await tick(start)
    await sql`update public.contacts set email = null where workspace_id = ${workspace.id}`
    await deliver(start)
    await sql`update public.contacts set email = ${email} where workspace_id = ${workspace.id}`
    const second = await aLiveJourney(workspace, aJourney().trigger('Bought').email('Second').exit())
    await track(workspace, userId, 'Bought', later({ minutes: 1 }))
    await tick(later({ minutes: 1 }))
    expect(await messages(second)).toEqual([`queued ${later({ minutes: 1 })}`])
  })
})

test('whoever unsubscribes while a message is held back is not sent it, and the record says since when not', async () => {
  const workspace = await aWorkspace()
  await rules(workspace, { from: '12:00', to: '16:00' })
  const journey = await aLiveJourney(workspace, aJourney().trigger('Opened').email('Hi').exit())
  const { userId } = await aContact(workspace)
  await track(workspace, userId, 'Opened')
  await tick(start)
  expect(await messages(journey)).toEqual([])
  await sql`select private.record_consent(workspace_id, id, 'email', '*', false, 'member', now()) from public.contacts
    where workspace_id = ${workspace.id}`
  await tick(later({ hours: 2 }))
  expect(await messages(journey)).toEqual([`skipped unsubscribed ${later({ hours: 2 })}`])
})

test('a message has hours of its own, which no worker’s delay lets it miss', async () => {
  const workspace = await aWorkspace()
  const window = { from: '09:00', to: '10:00', on: ['WE' as const] }
  const drawn = aJourney().trigger('Opened').message({ window }).exit()
  const journey = await aLiveJourney(workspace, drawn)
  const { userId } = await aContact(workspace)
  await track(workspace, userId, 'Opened')
  await tick(start)
  await tick('2027-03-05T20:00:00Z')
  expect(await messages(journey)).toEqual([`queued 2027-03-03T07:00:00.000Z sendWindow ${start}`])
})

test('whoever is held back by rules that are taken away is not made to wait for their end', async () => {
  const workspace = await aWorkspace()
  await rules(workspace, { from: '12:00', to: '16:00' })
  const journey = await aLiveJourney(workspace, aJourney().trigger('Opened').email('Hi').exit())
  const { userId } = await aContact(workspace)
  await track(workspace, userId, 'Opened')
  await tick(start)
  expect(await messages(journey)).toEqual([])
  await rules(workspace, null)
  await tick(later({ minutes: 1 }))
  expect(await messages(journey)).toEqual([`queued ${start}`])
})
