import { afterEach, beforeEach, expect, test } from 'vitest'
import { aLiveJourney } from './aLiveJourney.ts'
import { aBareWorkspace } from './aWorkspace.ts'
import { claimAlone } from './claimAlone.ts'
import { type Runner, sql } from './database.ts'
import { claimDeliveries } from './worker.ts'

claimAlone()

// Long before everything in other files.
const at = (minute: number) => new Date(Date.UTC(2003, 2, 1, 12, minute)).toISOString()

let crowded: string
let small: string
let bulk: string
let welcome: string

beforeEach(async () => {
  ;[crowded, small] = [await aBareWorkspace(), await aBareWorkspace()]
  ;[bulk, welcome] = [await aLiveJourney(crowded), await aLiveJourney(small)]
})
afterEach(async () => {
  await sql`delete from public.workspaces where id in ${sql([crowded, small])}`
})

/** Lets so many new contacts into a journey, due at that minute; the planner's statistics stay as they were. */
async function crowd(workspace: string, journey: string, people: number, minute: number) {
  await sql`with people as (
      insert into public.contacts (workspace_id, external_id)
      select ${workspace}, ${journey} || n from generate_series(1, ${people}) n returning workspace_id, id)
    insert into public.enrollments (workspace_id, journey_id, version, contact_id, number, entry_event, entered_at, node_id,
      arrived_at, arrived_seq, wake_at)
    select workspace_id, ${journey}, 1, id, 1, 1, ${at(minute)}, 't', ${at(minute)}, 1, ${at(minute)} from people`
}

/** Lines a message up for everybody in a journey. */
const write = (journey: string, minute: number) =>
  sql`insert into public.deliveries (workspace_id, enrollment_id, journey_id, version, contact_id, node_id, visit, channel, topic, due_at)
    select workspace_id, id, journey_id, 1, contact_id, 'hello', 1, 'email', 'marketing', ${at(minute)}
    from public.enrollments where journey_id = ${journey}`

const claimed = async (on: Runner, size: number, minute = 9) => {
  const rows = await on`select id, journey_id from private.claim_enrollments(${at(minute)}, ${size})`
  return rows.map((row) => String(row.journey_id))
}
const once = (size: number) => sql.begin((on) => claimed(on, size))
const times = (all: string[], wanted: string) => all.filter((journey) => journey === wanted).length

/** How many rows of enrollments a claim reads. */
const readBy = (size: number): Promise<number> =>
  sql.begin(async (on) => {
    const reads = () => on`select seq_tup_read + coalesce(idx_tup_fetch, 0) as count
      from pg_stat_xact_user_tables where relid = 'public.enrollments'::regclass`
    const before = Number((await reads())[0]?.count)
    await claimed(on, size)
    return Number((await reads())[0]?.count) - before
  })

test('one newcomer is in the first batch, though twenty thousand of another workspace were due before', async () => {
  await crowd(crowded, bulk, 20_000, 1)
  await crowd(small, welcome, 1, 5)
  const batch = await once(500)
  expect(batch).toHaveLength(500)
  expect([times(batch, welcome), times(batch, bulk)]).toEqual([1, 499])
})

test('one newcomer does not stand behind twenty thousand of another journey of their own workspace', async () => {
  const mine = await aLiveJourney(crowded)
  await crowd(crowded, bulk, 20_000, 1)
  await crowd(crowded, mine, 1, 5)
  expect(times(await once(500), mine)).toBe(1)
})

test('workspaces with many journeys get no more of a batch than others', async () => {
  for (const journey of [bulk, await aLiveJourney(crowded), await aLiveJourney(crowded)])
    await crowd(crowded, journey, 200, 1)
  await crowd(small, welcome, 200, 5)
  expect(times(await once(60), welcome)).toBe(30)
})

test('a worker fills its batch beside another that has taken its own', async () => {
  await crowd(crowded, bulk, 1000, 1)
  await crowd(small, welcome, 10, 5)
  await sql.begin(async (first) => {
    expect(await claimed(first, 500)).toHaveLength(500)
    expect(await sql.begin((second) => claimed(second, 500))).toHaveLength(500)
  })
})

test('with a contact comes what was due of theirs before, in another journey too', async () => {
  const mine = await aLiveJourney(crowded)
  await crowd(crowded, bulk, 100, 1)
  await sql`insert into public.enrollments (workspace_id, journey_id, version, contact_id, number, entry_event, entered_at,
      node_id, arrived_at, arrived_seq, wake_at)
    select workspace_id, ${mine}, 1, contact_id, 1, 1, ${at(5)}, 't', ${at(5)}, 1, ${at(5)}
    from public.enrollments where journey_id = ${bulk} order by id desc limit 1`
  await sql.begin(async (on) => {
    const rows = await on`select contact_id, journey_id from private.claim_enrollments(${at(9)}, 2)`
    const both = rows.filter((row) => rows.some((one) => one.journey_id === mine && one.contact_id === row.contact_id))
    expect(both.map((row) => row.journey_id)).toEqual([bulk, mine])
  })
})

test('a claim reads no more where more people are due, and nobody of a paused journey', async () => {
  await crowd(crowded, bulk, 1000, 1)
  await crowd(small, welcome, 1000, 1)
  const few = await readBy(100)
  await crowd(small, await aLiveJourney(small), 19_000, 0)
  const many = await readBy(100)
  expect(many).toBeLessThan(few + 100)

  await sql`update public.journeys set status = 'paused' where workspace_id = ${small}`
  expect(await readBy(100)).toBeLessThanOrEqual(few)
  expect(times(await once(2000), welcome)).toBe(0)
  await sql`update public.journeys set status = 'live' where workspace_id = ${small}`
  expect(times(await once(2000), welcome)).toBeGreaterThan(0)
})

test('one welcome mail is in the first batch, though thousands of another workspace were due before', async () => {
  await crowd(crowded, bulk, 5000, 1)
  await crowd(small, welcome, 1, 5)
  await write(bulk, 1)
  await write(welcome, 5)
  await sql.begin(async (on) => {
    const rows = await on`select journey_id from private.claim_deliveries(${at(9)}, 100, gen_random_uuid(), '1 minute')`
    expect(rows.map((row) => row.journey_id).filter((journey) => journey === welcome)).toHaveLength(1)
    expect(rows).toHaveLength(100)
  })
})

test('messages of a paused journey that are on their way are sent', async () => {
  await crowd(small, welcome, 1, 5)
  await write(welcome, 5)
  await sql`update public.journeys set status = 'paused' where workspace_id = ${small}`
  const rows = await claimDeliveries(crypto.randomUUID(), at(9))
  expect(rows.map((row) => row.journey_id)).toContain(welcome)
})

test('one look at a contact is in the first batch, though thousands of another workspace were due before', async () => {
  const looks = (workspace: string, people: number, minute: number) => sql`
    with people as (
      insert into public.contacts (workspace_id, external_id)
      select ${workspace}, 'look' || n from generate_series(1, ${people}) n returning workspace_id, id)
    insert into private.checks (workspace_id, subject, contact_id, due_at)
    select workspace_id, 'segment:' || gen_random_uuid(), id, ${at(minute)} from people`
  await looks(crowded, 3000, 1)
  await looks(small, 1, 5)
  const taken = async () => {
    const rows = await sql`select workspace_id from private.claim_checks(${at(9)}, 500)`
    return rows.map((row) => String(row.workspace_id))
  }
  const batch = await taken()
  expect([times(batch, small), times(batch, crowded)]).toEqual([1, 499])
  expect(times(await taken(), crowded)).toBe(500)
})

test('one signal comes up by chance beside thousands of another workspace, whatever was raised before', async () => {
  await crowd(crowded, bulk, 2000, 1)
  await crowd(small, welcome, 1, 1)
  const raise = (workspace: string, minute: number) => sql`
    insert into private.signals (workspace_id, message_id, contact_id, name, at)
    select workspace_id, 'm' || id, id, '$added', ${at(minute)} from public.contacts where workspace_id = ${workspace}`
  await raise(crowded, 1)
  await raise(small, 5)
  // Each of forty claims draws one of the two.
  const drawn = new Set<string>()
  for (let claim = 0; claim < 40; claim++)
    for (const row of await sql`select workspace_id from private.claim_signals(${at(9)}, 10)`)
      drawn.add(row.workspace_id)
  expect(drawn).toEqual(new Set([crowded, small]))
})
