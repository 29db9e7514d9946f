import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { aLiveJourney } from './aLiveJourney.ts'
import { asUser } from './asUser.ts'
import { refusal } from './attempt.ts'
import { aBareWorkspace, aWorkspace } from './aWorkspace.ts'
import { claimAlone } from './claimAlone.ts'
import { sql } from './database.ts'
import { ingest } from './ingest.ts'
import { commitRuns, lend, recordOutcomes, recordSignals } from './worker.ts'

// Later than anything in other files, because whoever claims signals takes whatever is due in the whole database.
const noon = '2031-03-01T12:00:00Z'
const later = '2031-03-01T13:00:00Z'
const nextDay = '2031-03-02T12:00:01Z'

claimAlone()

let workspace: string

beforeEach(async () => {
  workspace = await aBareWorkspace()
  await ingest(workspace, [{ user_id: 'u', email: 'U@people.example', traits: {}, at: noon }])
})

const contactId = async () =>
  Number((await sql`select id from public.contacts where workspace_id = ${workspace}`)[0]?.id)

async function aTopic(id: string, { byDefault = 'subscribed', doubleOptIn = false } = {}) {
  await sql`insert into public.topics (workspace_id, id, name, by_default, double_opt_in)
    values (${workspace}, ${id}, ${id}, ${byDefault}, ${doubleOptIn})`
}

async function say(topic: string, wanted: boolean, by = 'member', at = noon) {
  await sql`select private.record_consent(${workspace}, ${await contactId()}, 'email', ${topic}, ${wanted}, ${by}, ${at})`
}
const stands = async (topic: string) =>
  (await sql`select private.subscription(${workspace}, ${await contactId()}, 'email', ${topic}) as state`)[0]?.state
const signals = async () =>
  (await sql`select name, properties from private.signals where workspace_id = ${workspace} order by id`).map(
    ({ name, properties }) => [name, properties.topic ?? properties.url ?? ''].join(' ').trim(),
  )

test('a new workspace has two topics that everybody hears of, and no rule that holds a message back', async () => {
  const [row] = await sql`select private.sending_policy(${workspace}) as policy`
  const open = { byDefault: 'subscribed', doubleOptIn: false }
  expect(row?.policy).toEqual({ quietHours: null, caps: [], topics: { marketing: open, service: open } })
})

describe('how a contact stands to a topic', () => {
  test('who said nothing stands as the topic has it', async () => {
    await aTopic('news', { byDefault: 'unsubscribed' })
    expect([await stands('marketing'), await stands('news'), await stands('unheard-of')]).toEqual([
      'subscribed',
      'unsubscribed',
      'subscribed',
    ])
  })

  test('who left the channel left every topic, whatever they said of it', async () => {
    await aTopic('news', { byDefault: 'unsubscribed' })
    await say('news', true)
    await say('*', false)
    expect([await stands('news'), await stands('marketing'), await stands('*')]).toEqual(Array(3).fill('unsubscribed'))
    await say('*', true)
    expect([await stands('news'), await stands('marketing')]).toEqual(['subscribed', 'subscribed'])
  })

  test('all of it at once says the same of every topic, and of the channel by itself', async () => {
    await aTopic('news', { byDefault: 'unsubscribed', doubleOptIn: true })
    await say('news', true)
    await say('service', false)
    await say('*', false)
    const [row] =
      await sql`select subscriptions from private.subscriptions(array[${workspace}::uuid], array[${await contactId()}::bigint])`
    expect(row?.subscriptions).toEqual({
      'email:*': 'unsubscribed',
      'email:marketing': 'subscribed',
      'email:news': 'pending',
      'email:service': 'unsubscribed',
    })
  })

  test('every change of it is a signal, and saying the same again is none', async () => {
    await say('marketing', true)
    expect(await signals()).toEqual([])
    await say('marketing', false)
    await say('marketing', false, 'member', later)
    await say('marketing', true, 'member', later)
    expect(await signals()).toEqual(['$unsubscribed marketing', '$subscribed marketing'])
  })
})

describe('double opt-in', () => {
  const asked = async (clock: string) =>
    (
      await sql`select * from private.claim_confirmations(${clock}, 1000, ${randomUUID()}, '0 seconds'::interval)`
    ).filter((row) => row.workspace_id === workspace)
  const sent = async (at: string) => {
    await sql`update private.confirmations set sent_at = ${at} where workspace_id = ${workspace}`
  }
  const confirm = async (address: string) =>
    (
      await sql`select private.confirm_subscription(${workspace}, ${await contactId()}, 'email', 'news', ${address}, ${later}) as known`
    )[0]?.known

  beforeEach(() => aTopic('news', { byDefault: 'unsubscribed', doubleOptIn: true }))

  test('a subscription is pending, is asked about once a day, and is no signal', async () => {
    await say('news', true)
    expect([await stands('news'), await signals()]).toEqual(['pending', []])
    expect(await asked(noon)).toMatchObject([{ email: 'U@people.example', topic: 'news', topic_name: 'news' }])
    await sent(noon)
    await say('news', true, 'member', later)
    expect(await asked(later)).toEqual([])
    await say('news', true, 'member', nextDay)
    expect(await asked(nextDay)).toHaveLength(1)
  })

  test('confirming makes it count, and is a signal', async () => {
    await say('news', true)
    expect(await confirm('u@PEOPLE.example')).toBe(true)
    expect([await stands('news'), await signals()]).toEqual(['subscribed', ['$subscribed news']])
    expect(await asked(nextDay)).toEqual([])
    expect(await confirm('u@people.example')).toBe(true)
    await say('news', true, 'member', later)
    expect(await stands('news')).toBe('subscribed')
  })

  test('the link is worth nothing once the address is another, or the contact said no', async () => {
    await say('news', true)
    expect(await confirm('somebody.else@people.example')).toBe(false)
    await say('news', false)
    expect([await confirm('u@people.example'), await stands('news')]).toEqual([false, 'unsubscribed'])
    expect(await asked(nextDay)).toEqual([])
  })

  test('a blocked address is not asked', async () => {
    await sql`insert into public.suppressions (workspace_id, channel, address) values (${workspace}, 'email', 'u@people.example')`
    await say('news', true)
    expect(await asked(noon)).toMatchObject([{ email: null }])
  })

  test('whoever chooses it on the page of their own mail needs no second confirmation', async () => {
    await sql`select private.choose_topics(${workspace}, ${await contactId()}, '{news,marketing}', '{news}', ${noon})`
    expect([await stands('news'), await stands('marketing'), await stands('service')]).toEqual([
      'subscribed',
      'unsubscribed',
      'subscribed',
    ])
  })

  test('a merge keeps what is waiting for confirmation', async () => {
    await ingest(workspace, [{ anonymous_id: 'a', email: 'u@people.example', traits: {} }])
    await sql`select private.record_consent(workspace_id, id, 'email', 'news', true, 'member', ${noon}) from public.contacts
      where workspace_id = ${workspace} and external_id is null`
    await ingest(workspace, [{ user_id: 'u', anonymous_id: 'a' }])
    expect(await asked(noon)).toMatchObject([{ contact_id: await contactId(), topic: 'news' }])
  })
})

describe('what is heard of a message', () => {
  async function aSentMessage(): Promise<string> {
    const journey = await aLiveJourney(workspace)
    await ingest(workspace, [{ user_id: 'u', at: noon, enters: [{ journey }] }])
    const [enrollment] = await sql`select id from public.enrollments where workspace_id = ${workspace}`
    const sends = [{ node_id: 'hello', visit: 1, at: noon }]
    await commitRuns(workspace, [{ id: Number(enrollment?.id), node_id: 'hello', at: noon, sends }])
    const [delivery] = await sql`select id from public.deliveries where workspace_id = ${workspace}`
    return String(delivery?.id)
  }
  async function record(id: string, outcome: Record<string, unknown>) {
    const worker = randomUUID()
    await lend(workspace, worker)
    await recordOutcomes(workspace, worker, [{ id, kind: 'sent', ...outcome }], noon)
  }
  const blocked = () =>
    sql`select address, because from public.suppressions where workspace_id = ${workspace}`.then((rows) =>
      rows.map((row) => `${row.address} ${row.because}`),
    )

  test('is a signal the first time', async () => {
    const id = await aSentMessage()
    await record(id, { address: 'U@people.example' })
    for (const detail of ['https://shop.example/tea', 'https://shop.example/pots'])
      await recordSignals(workspace, [{ delivery_id: id, kind: 'clicked', at: later, detail }])
    expect((await signals()).sort()).toEqual([
      '$message_clicked marketing',
      '$message_delivered marketing',
      '$message_opened marketing',
      '$message_sent marketing',
    ])
    const [clicked] =
      await sql`select properties from private.signals where workspace_id = ${workspace} and name = '$message_clicked'`
    expect(clicked?.properties).toMatchObject({
      delivery: id,
      node: 'hello',
      channel: 'email',
      url: 'https://shop.example/tea',
    })
    expect(await blocked()).toEqual([])
  })

  test('an address that is refused for good is blocked, in lower case', async () => {
    await record(await aSentMessage(), {
      kind: 'failed',
      because: 'refused',
      address: 'U@people.example',
      is_bounce: true,
    })
    expect([await blocked(), await signals()]).toEqual([
      ['u@people.example hardBounce'],
      ['$message_bounced marketing'],
    ])
    const [row] = await sql`select private.is_suppressed(${workspace}, 'email', 'U@People.example') as is`
    expect(row?.is).toBe(true)
  })

  test('a refusal for another reason blocks nobody', async () => {
    await record(await aSentMessage(), { kind: 'failed', because: 'refused', address: 'U@people.example' })
    expect([await blocked(), await signals()]).toEqual([[], []])
  })

  test('a late bounce blocks the address it went to', async () => {
    const id = await aSentMessage()
    await record(id, { address: 'old@people.example' })
    await recordSignals(workspace, [{ delivery_id: id, kind: 'bounced', at: later }])
    expect(await blocked()).toEqual(['old@people.example hardBounce'])
  })

  test('a complaint blocks the address and takes the contact off the channel', async () => {
    const id = await aSentMessage()
    await record(id, { address: 'U@people.example' })
    for (const at of [later, nextDay]) await recordSignals(workspace, [{ delivery_id: id, kind: 'complained', at }])
    expect([await blocked(), await stands('marketing')]).toEqual([['u@people.example complaint'], 'unsubscribed'])
    expect((await signals()).sort()).toEqual([
      '$message_complained marketing',
      '$message_sent marketing',
      '$unsubscribed *',
    ])
  })

  test('only what a cap counts is remembered for it', async () => {
    await aSentMessage()
    await sql`update public.deliveries set cap_class = 'marketing' where workspace_id = ${workspace}`
    const remembered = async (caps: unknown[]) =>
      (
        await sql`select private.lately_sent(${workspace}, ${await contactId()}, ${sql.json({ caps } as never)}) as sends`
      )[0]?.sends
    expect(await remembered([])).toBeNull()
    expect(await remembered([{ capClass: 'service' }])).toBeNull()
    expect(await remembered([{ capClass: 'marketing' }])).toEqual([
      { at: '2031-03-01T12:00:00+00:00', channel: 'email', capClass: 'marketing' },
    ])
    await sql`update public.deliveries set status = 'skipped' where workspace_id = ${workspace}`
    expect(await remembered([{ capClass: 'marketing' }])).toBeNull()
  })
})

test('of two that are due at the same instant, the one of the more important journey is run first', async () => {
  const [low, high] = [await aLiveJourney(workspace), await aLiveJourney(workspace)]
  await sql`update public.journeys set draft = jsonb_set(draft, '{settings,sending}', '{"priority": 80}'), revision = revision + 1
    where workspace_id = ${workspace} and id = ${high}`
  await sql`select private.publish(workspace_id, id, revision, null, now()) from public.journeys
    where workspace_id = ${workspace} and id = ${high}`
  // Long before everything in other files, because a claim takes whatever is due.
  const longAgo = '2001-03-01T12:00:00Z'
  await ingest(workspace, [{ user_id: 'u', at: longAgo, enters: [{ journey: low }, { journey: high, version: 2 }] }])
  await sql.begin(async (on) => {
    const rows = await on`select * from private.claim_enrollments(${longAgo}, 1000)`
    expect(rows.filter((row) => row.workspace_id === workspace).map((row) => row.journey_id)).toEqual([high, low])
  })
  await sql`delete from public.workspaces where id = ${workspace}`
})

describe('the rules of sending', () => {
  const set = (id: string, user: string, quiet: unknown, caps: unknown) =>
    asUser(
      user,
      (on) => on`select public.set_sending_policy(${id}, ${sql.json(quiet as never)}, ${sql.json(caps as never)})`,
    )

  test('are set by editors, and only what the engine can read is kept', async () => {
    const tenant = await aWorkspace()
    const caps = [{ capClass: 'marketing', most: 3, per: 'P1W', note: 'x' }]
    await set(tenant.id, tenant.editor.id, { from: '21:00', to: '08:00', note: 'x' }, caps)
    const [row] = await sql`select private.sending_policy(${tenant.id}) as policy`
    expect(row?.policy).toMatchObject({
      quietHours: { from: '21:00', to: '08:00' },
      caps: [{ capClass: 'marketing', most: 3, per: 'P1W' }],
    })
    await set(tenant.id, tenant.editor.id, null, [])
    expect((await sql`select private.sending_policy(${tenant.id}) as policy`)[0]?.policy).toMatchObject({
      quietHours: null,
      caps: [],
    })
    expect(await refusal(set(tenant.id, tenant.viewer.id, null, []))).toMatchObject({ code: 'PT403' })
  })

  test.each([
    [{ from: '8', to: '21:00' }, []],
    [{ from: '08:00', to: '08:00' }, []],
    [{ from: '08:00' }, []],
    [null, {}],
    [null, [{ capClass: 'marketing', most: 0, per: 'P1D' }]],
    [null, [{ capClass: 'marketing', most: 1.5, per: 'P1D' }]],
    [null, [{ capClass: 'loud', most: 1, per: 'P1D' }]],
    [null, [{ capClass: 'marketing', most: 1, per: '1 day' }]],
    [null, [{ capClass: 'marketing', most: 1 }]],
  ])('%j with caps %j are refused', async (quiet, caps) => {
    const tenant = await aWorkspace()
    expect(await refusal(set(tenant.id, tenant.editor.id, quiet, caps))).toMatchObject({ code: 'PT400' })
  })
})

describe('a topic can be taken away', () => {
  const remove = async (topic: string) => {
    const tenant = await aWorkspace()
    await sql`update public.members set workspace_id = ${workspace} where workspace_id = ${tenant.id} and user_id = ${tenant.editor.id}`
    return asUser(tenant.editor.id, (on) => on`select public.remove_topic(${workspace}, ${topic})`)
  }
  const left = async () =>
    (await sql`select id from public.topics where workspace_id = ${workspace} order by id`).map(({ id }) => id)

  test('while nobody names it', async () => {
    await remove('service')
    expect(await left()).toEqual(['marketing'])
  })

  test('not while a journey sends under it', async () => {
    const draft = {
      format: 1,
      nodes: [{ id: 'm', type: 'message', data: { topic: 'service' } }],
      edges: [],
      settings: {},
      notes: [],
    }
    await sql`insert into public.journeys (workspace_id, name, draft) values (${workspace}, 'Hello', ${sql.json(draft)})`
    expect(await refusal(remove('service'))).toEqual({ code: 'PT409', message: 'The topic is still used by "Hello"' })
    expect(await left()).toEqual(['marketing', 'service'])
  })

  test('not after a contact said whether they want it', async () => {
    await say('service', false)
    expect(await refusal(remove('service'))).toMatchObject({ code: 'PT409' })
  })
})
