import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aLiveJourney } from './aLiveJourney.ts'
import { refusal } from './attempt.ts'
import { aBareWorkspace } from './aWorkspace.ts'
import { sql } from './database.ts'
import { ingest } from './ingest.ts'
import { claimDeliveries, commitRuns, recordOutcomes, recordSignals } from './worker.ts'

// Long before everything in other files, because a claim takes whatever is due in the whole database.
const at = (hour: number) => new Date(Date.UTC(2003, 2, 1, hour)).toISOString()
const [first, second] = [randomUUID(), randomUUID()]

let workspace: string

beforeEach(async () => {
  workspace = await aBareWorkspace()
})
afterEach(async () => {
  await sql`delete from public.workspaces where id = ${workspace}`
})

/** Messages waiting since midnight, one contact each; answers their ids. */
async function queued(count = 1): Promise<string[]> {
  const journey = await aLiveJourney(workspace)
  const users = Array.from({ length: count }, (_, index) => `u${index}`)
  await ingest(
    workspace,
    users.map((user_id) => ({ user_id, email: `${user_id}@x.example`, traits: {}, at: at(0), enters: [{ journey }] })),
  )
  const rows = await sql`select id from public.enrollments where workspace_id = ${workspace} order by id`
  const sends = [{ node_id: 'hello', visit: 1, at: at(0) }]
  await commitRuns(
    workspace,
    rows.map(({ id }) => ({ id, node_id: 'hello', at: at(0), sends })),
  )
  const deliveries =
    await sql`select id from public.deliveries where workspace_id = ${workspace} order by enrollment_id`
  return deliveries.map((row) => row.id)
}

const delivery = async (id = '') => (await sql`select * from public.deliveries where id = ${id}`)[0]
const counted = async () =>
  Object.fromEntries(
    (
      await sql`select metric, detail, sum(count)::int as count from public.journey_stats
      where workspace_id = ${workspace} and metric <> 'entered' group by 1, 2`
    ).map((row) => [row.metric + (row.detail && `/${row.detail}`), row.count]),
  )
const logged = async (id = '') =>
  (await sql`select kind from public.delivery_log where delivery_id = ${id} order by id`).map((row) => row.kind)
const expireLeases = () =>
  sql`update public.deliveries set leased_until = now() - interval '1 second' where workspace_id = ${workspace}`

describe('the lease', () => {
  test('a message is claimed by one worker, when it is due, with all that is needed to send it', async () => {
    await queued()
    expect(await claimDeliveries(first, '2003-02-28T23:59:59Z')).toHaveLength(0)
    expect(await claimDeliveries(first, at(0))).toMatchObject([
      {
        email: 'u0@x.example',
        external_id: 'u0',
        attempts: 1,
        subscription: 'subscribed',
        by_default: 'subscribed',
        is_suppressed: false,
        event: {},
      },
    ])
    expect(await claimDeliveries(second, at(0))).toHaveLength(0)
  })

  test('X3 a worker that lost its lease changes nothing when it comes back', async () => {
    const [id = ''] = await queued()
    await claimDeliveries(first, at(0))
    await expireLeases()
    expect(await claimDeliveries(second, at(0))).toMatchObject([{ attempts: 1 }])
    expect(await recordOutcomes(workspace, first, [{ id, kind: 'failed', because: 'refused' }], at(1))).toBe(0)
    expect(await delivery(id)).toMatchObject({ status: 'queued', lease: second })
    expect([await counted(), await logged(id)]).toEqual([{}, []])
    expect(await recordOutcomes(workspace, second, [{ id, kind: 'sent', locale: 'en' }], at(1))).toBe(1)
    expect(await delivery(id)).toMatchObject({ status: 'sent', sent_at: new Date(at(1)), lease: null })
  })

  test('a try whose worker died is taken over, and counts once', async () => {
    const [id = ''] = await queued()
    for (const worker of [first, second, first]) {
      expect(await claimDeliveries(worker, at(0))).toMatchObject([{ attempts: 1 }])
      await expireLeases()
    }
    await recordOutcomes(workspace, first, [{ id, kind: 'retried', retry_at: at(1) }], at(0))
    expect(await claimDeliveries(second, at(1))).toMatchObject([{ attempts: 2 }])
  })

  test('a worker that is late but was not replaced may still write down what it did', async () => {
    const [id = ''] = await queued()
    await claimDeliveries(first, at(0))
    await expireLeases()
    expect(await recordOutcomes(workspace, first, [{ id, kind: 'sent' }], at(1))).toBe(1)
  })

  test('an outcome does not wait for those who write down at the same time what they heard of the message', async () => {
    const [id = ''] = await queued()
    await claimDeliveries(first, at(0))
    await sql.begin(async (hearing) => {
      await hearing`insert into public.delivery_log (workspace_id, delivery_id, at, kind)
        values (${workspace}, ${id}, ${at(1)}, 'delivered')`
      await sql.begin(async (sending) => {
        await sending`set local lock_timeout = '2s'`
        expect(await recordOutcomes(workspace, first, [{ id, kind: 'sent' }], at(1), sending)).toBe(1)
      })
    })
  })

  test('an outcome counts once, and of a batch only what the worker still holds', async () => {
    const [mine = '', taken = ''] = await queued(2)
    await claimDeliveries(first, at(0))
    await sql`update public.deliveries set lease = ${second} where id = ${taken}`
    const outcomes = [mine, taken].map((id) => ({ id, kind: 'sent' as const }))
    expect(await recordOutcomes(workspace, first, outcomes, at(1))).toBe(1)
    expect(await recordOutcomes(workspace, first, outcomes, at(1))).toBe(0)
    expect(await counted()).toEqual({ sent: 1 })
  })

  test('a message to try again waits for its time and is counted only when it is over', async () => {
    const [id = ''] = await queued()
    await claimDeliveries(first, at(0))
    await recordOutcomes(workspace, first, [{ id, kind: 'retried', error: 'busy', retry_at: at(2) }], at(1))
    expect([await delivery(id), await counted(), await logged(id)]).toMatchObject([
      { status: 'queued', last_error: 'busy' },
      {},
      ['retried'],
    ])
    expect(await claimDeliveries(first, at(1))).toHaveLength(0)
    expect(await claimDeliveries(first, at(2))).toHaveLength(1)
  })
})

test('D30 four messages, four fates: each is counted where it belongs', async () => {
  const [sent = '', failed = '', skipped = '', opened = ''] = await queued(4)
  await claimDeliveries(first, at(0))
  await recordOutcomes(
    workspace,
    first,
    [
      { id: sent, kind: 'sent', locale: 'ro' },
      { id: failed, kind: 'failed', because: 'refused', locale: 'ro' },
      { id: skipped, kind: 'skipped', because: 'unsubscribed' },
      { id: opened, kind: 'sent', locale: 'en' },
    ],
    at(1),
  )
  await recordSignals(workspace, [{ delivery_id: opened, kind: 'opened', at: at(2) }])
  expect(await counted()).toEqual({ sent: 2, 'failed/refused': 1, 'skipped/unsubscribed': 1, delivered: 1, opened: 1 })
})

describe('what is heard of a message afterwards', () => {
  const hear = async (...kinds: string[]) => {
    const [id = ''] = await queued()
    for (const [index, kind] of kinds.entries())
      await recordSignals(workspace, [{ delivery_id: id, kind, at: at(index + 1) }])
    const { delivered_at, opened_at, clicked_at } = (await delivery(id)) ?? {}
    const hours = [delivered_at, opened_at, clicked_at].map(
      (time) => time && (Number(time) - Number(new Date(at(0)))) / 3_600_000,
    )
    return { hours, counted: await counted(), logged: await logged(id) }
  }
  const all = { delivered: 1, opened: 1, clicked: 1 }

  test.each<[string[], unknown[], Record<string, number>]>([
    [['delivered'], [1, null, null], { delivered: 1 }],
    [['opened'], [1, 1, null], { delivered: 1, opened: 1 }],
    [['clicked'], [1, 1, 1], all],
    [['delivered', 'opened', 'clicked'], [1, 2, 3], all],
    [['clicked', 'opened', 'delivered'], [1, 1, 1], all],
    [['opened', 'opened', 'opened'], [1, 1, null], { delivered: 1, opened: 1 }],
    [['clicked', 'clicked'], [1, 1, 1], all],
  ])('%j: a click implies an open, an open delivery, and each counts once', async (kinds, hours, numbers) => {
    expect(await hear(...kinds)).toEqual({ hours, counted: numbers, logged: kinds })
  })

  test('all of it in one batch counts the same', async () => {
    const [id = ''] = await queued()
    const kinds = ['clicked', 'delivered', 'opened', 'clicked']
    expect(
      await recordSignals(
        workspace,
        kinds.map((kind, index) => ({ delivery_id: id, kind, at: at(index) })),
      ),
    ).toBe(4)
    expect([await counted(), await logged(id)]).toEqual([all, kinds])
  })

  test('a message that does not exist, or is of another workspace, is passed over', async () => {
    const [id = ''] = await queued()
    expect(await recordSignals(workspace, [{ delivery_id: randomUUID(), kind: 'opened', at: at(1) }])).toBe(0)
    expect(await recordSignals(await aBareWorkspace(), [{ delivery_id: id, kind: 'opened', at: at(1) }])).toBe(0)
    expect([await counted(), await logged(id)]).toEqual([{}, []])
  })

  test('something nobody knows how to count is refused', async () => {
    const [id = ''] = await queued()
    expect(await refusal(recordSignals(workspace, [{ delivery_id: id, kind: 'adored', at: at(1) }]))).toMatchObject({
      code: '23514',
    })
  })
})

describe('unsubscribing', () => {
  const say = async (id: string, wanted: boolean) =>
    (await sql`select private.unsubscribe(${workspace}, ${id}, ${wanted}, 'link', ${at(1)}) as known`)[0]?.known

  test('by the link stops every message of the channel, and is counted once', async () => {
    const [id = ''] = await queued(2)
    expect([await say(id, false), await say(id, false)]).toEqual([true, true])
    const rows = await claimDeliveries(first, at(0))
    expect(rows.map((row) => [row.external_id, row.subscription]).sort()).toEqual([
      ['u0', 'unsubscribed'],
      ['u1', 'subscribed'],
    ])
    expect([await counted(), await logged(id)]).toEqual([{ unsubscribed: 1 }, ['unsubscribed', 'unsubscribed']])
  })

  test('can be taken back', async () => {
    const [id = ''] = await queued()
    await say(id, false)
    expect(await say(id, true)).toBe(true)
    expect(await claimDeliveries(first, at(0))).toMatchObject([{ subscription: 'subscribed' }])
  })

  test('from a message that does not exist says so', async () => {
    expect(await say(randomUUID(), false)).toBe(false)
  })

  test.each([
    ['email', 'marketing', true],
    ['email', '*', true],
    ['email', 'news', false],
    ['sms', '*', false],
  ])('from %s %s stops this e-mail of the topic marketing: %s', async (channel, topic, stops) => {
    await queued()
    await sql`select private.record_consent(workspace_id, id, ${channel}, ${topic}, false, 'member', ${at(0)}) from public.contacts
      where workspace_id = ${workspace}`
    expect(await claimDeliveries(first, at(0))).toMatchObject([{ subscription: stops ? 'unsubscribed' : 'subscribed' }])
  })
})
