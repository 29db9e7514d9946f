import { afterEach, beforeEach, expect, test } from 'vitest'
import { aLiveJourney } from './aLiveJourney.ts'
import { aBareWorkspace } from './aWorkspace.ts'
import { claimAlone } from './claimAlone.ts'
import { sql } from './database.ts'
import { ingest, type Message } from './ingest.ts'
import { inTurns } from './inTurns.ts'
import { claim, commitRuns } from './worker.ts'

claimAlone()

// Long before everything in other files.
const at = (day: number) => new Date(Date.UTC(2002, 2, day)).toISOString()

let workspace: string
let journey: string

beforeEach(async () => {
  workspace = await aBareWorkspace('Asia/Tashkent')
  journey = await aLiveJourney(workspace)
})
afterEach(async () => {
  await sql`delete from public.workspaces where id = ${workspace}`
})

const enter = (user_id: string, day: number, more: Message = {}) =>
  ingest(workspace, [{ user_id, at: at(day), enters: [{ journey }], ...more }])
const claimed = (day: number) => sql.begin((on) => claim(on, workspace, at(day)))
const one = async () => {
  const [row] = await sql`select * from public.enrollments where workspace_id = ${workspace}`
  if (!row) throw new Error('Nobody has entered')
  return row
}

test('a claim takes what is due at that time, the longest due first', async () => {
  for (const [user, day] of [
    ['late', 3],
    ['soon', 1],
    ['now', 2],
  ] as const)
    await enter(user, day)
  expect(await claimed(0)).toEqual([])
  expect((await claimed(2)).map((row) => row.wake_at)).toEqual([new Date(at(1)), new Date(at(2))])
})

test('a claim brings what the engine needs to know of the contact', async () => {
  await enter('u', 1, {
    traits: { plan: 'paid', locale: 'x' },
    email: 'u@x.example',
    locale: 'uz',
    time_zone: 'Europe/Bucharest',
  })
  const [row] = await claimed(1)
  expect(row).toMatchObject({
    journey_id: journey,
    version: 1,
    node_id: 't',
    visits: 0,
    attempts: 0,
    entered_at: new Date(at(1)),
    attributes: { plan: 'paid', email: 'u@x.example', locale: 'uz', time_zone: 'Europe/Bucharest' },
    contact_zone: 'Europe/Bucharest',
    workspace_zone: 'Asia/Tashkent',
  })
})

test('people in a paused journey stay where they are, and go on when it resumes', async () => {
  await enter('u', 1)
  await sql`update public.journeys set status = 'paused' where id = ${journey}`
  expect(await claimed(2)).toEqual([])
  await sql`update public.journeys set status = 'live' where id = ${journey}`
  expect(await claimed(2)).toHaveLength(1)
})

test('people in a journey that was stopped to let them finish go on', async () => {
  await enter('u', 1)
  await sql`update public.journeys set status = 'stopped' where id = ${journey}`
  expect(await claimed(2)).toHaveLength(1)
})

test('who has ended or was given up is not claimed', async () => {
  await enter('ended', 1)
  await enter('given up', 1)
  const rows = await claimed(1)
  await commitRuns(workspace, [
    { id: rows[0]?.id, node_id: 't', at: at(1), ended_because: 'done' },
    { id: rows[1]?.id, node_id: 't', at: at(1), wake_at: null },
  ])
  expect(await claimed(9)).toEqual([])
})

test('two workers at the same time take different people, and together all of them', async () => {
  for (let user = 0; user < 10; user++) await enter(`u${user}`, 1)
  const taken: number[][] = []
  const takes = async (on: Parameters<typeof claim>[0]) => {
    const rows = await on`select id from private.claim_enrollments(${at(1)}, 5)`
    taken.push(rows.map((row) => Number(row.id)))
  }
  expect(await inTurns(takes, takes)).toEqual(['done', 'done'])
  expect(taken.map((ids) => ids.length)).toEqual([5, 5])
  expect(new Set(taken.flat()).size).toBe(10)
})

test('a worker that dies gives everything back', async () => {
  await enter('u', 1)
  const crash = sql.begin(async (on) => {
    const [row] = await claim(on, workspace, at(1))
    await commitRuns(
      workspace,
      [
        {
          id: row?.id,
          node_id: 'wait',
          at: at(1),
          steps: [{ node_id: 't', visit: 1, at: at(1), port: 'next', to_node: 'wait' }],
        },
      ],
      on,
    )
    throw new Error('dead')
  })
  await expect(crash).rejects.toThrow('dead')
  expect(await claimed(1)).toMatchObject([{ node_id: 't' }])
  expect(await sql`select from public.step_log where workspace_id = ${workspace}`).toHaveLength(0)
})

test('the events an enrollment asks about come in order, with the one that let it in', async () => {
  await enter('u', 2, { message_id: 'entry', name: 'Signed Up' })
  await ingest(workspace, [
    { user_id: 'u', at: at(3), name: 'Paid', message_id: 'second' },
    { user_id: 'u', at: at(1), name: 'Paid', message_id: 'first' },
    { user_id: 'u', at: at(3), name: 'Paid', message_id: 'third' },
    { user_id: 'u', at: at(3), name: 'Viewed' },
    { user_id: 'v', at: at(3), name: 'Paid' },
  ])
  const { contact_id, entry_event } = await one()
  const asked = async (names: string[]) => {
    const wanted = JSON.stringify([{ workspace_id: workspace, contact_id, names, entry_event }])
    const rows = await sql`select message_id from private.events_for(${wanted}::text::jsonb) found
      join public.events event using (workspace_id, id) order by found.occurred_at, found.id`
    return rows.map((row) => row.message_id)
  }
  expect(await asked(['Paid'])).toEqual(['first', 'entry', 'second', 'third'])
  expect(await asked(['Signed Up'])).toEqual(['entry'])
  expect(await asked([])).toEqual(['entry'])
})

test('what a run did is written down: where it stands, each step, each message, each count', async () => {
  await enter('u', 1)
  const { id } = await one()
  await commitRuns(workspace, [
    {
      id,
      node_id: 'wait',
      at: at(2),
      arrived_seq: 7,
      visits: 2,
      wake_at: at(5),
      awaits: ['Paid'],
      steps: [
        { node_id: 't', visit: 1, at: at(1), port: 'next', to_node: 'hello' },
        { node_id: 'hello', visit: 2, at: at(1), port: 'next', to_node: 'wait' },
      ],
      sends: [{ node_id: 'hello', visit: 2, at: at(1) }],
    },
  ])
  expect(await one()).toMatchObject({
    node_id: 'wait',
    arrived_at: new Date(at(2)),
    arrived_seq: 7,
    visits: 2,
    wake_at: new Date(at(5)),
    awaits: ['Paid'],
    ended_at: null,
  })
  expect(
    await sql`select node_id, port, to_node from public.step_log where workspace_id = ${workspace} order by visit`,
  ).toEqual([
    { node_id: 't', port: 'next', to_node: 'hello' },
    { node_id: 'hello', port: 'next', to_node: 'wait' },
  ])
  expect(await sql`select node_id, status, due_at from public.deliveries where workspace_id = ${workspace}`).toEqual([
    { node_id: 'hello', status: 'queued', due_at: new Date(at(1)) },
  ])
  expect(
    await sql`select node_id, metric, detail, count from public.journey_stats where workspace_id = ${workspace} order by 1, 2`,
  ).toEqual([
    { node_id: 'hello', metric: 'arrived', detail: '', count: 1 },
    { node_id: 'hello', metric: 'left', detail: 'next', count: 1 },
    { node_id: 't', metric: 'entered', detail: '', count: 1 },
    { node_id: 't', metric: 'left', detail: 'next', count: 1 },
    { node_id: 'wait', metric: 'arrived', detail: '', count: 1 },
  ])
})

test('a message is stored once per visit, however often that visit is written down', async () => {
  await enter('u', 1)
  const { id } = await one()
  const run = (visit: number) => ({ id, node_id: 'hello', at: at(1), sends: [{ node_id: 'hello', visit, at: at(1) }] })
  for (const visit of [1, 1, 2]) await commitRuns(workspace, [run(visit)])
  expect(await sql`select visit from public.deliveries where workspace_id = ${workspace} order by visit`).toEqual([
    { visit: 1 },
    { visit: 2 },
  ])
})

test('ending somebody twice ends them once', async () => {
  await enter('u', 1)
  const { id } = await one()
  const end = async () =>
    (await sql`select private.end_enrollments(${workspace}, ${[id]}::bigint[], 'stopped', ${at(2)}) as count`)[0]?.count
  expect([await end(), await end()]).toEqual([1, 0])
  expect(await sql`select because, port from public.step_log where workspace_id = ${workspace}`).toEqual([
    { because: 'stopped', port: null },
  ])
})

test('nobody ends before they arrived', async () => {
  await enter('u', 5)
  const { id } = await one()
  await sql`select private.end_enrollments(${workspace}, ${[id]}::bigint[], 'stopped', ${at(2)})`
  expect((await one()).ended_at).toEqual(new Date(at(5)))
})

test('X4 what a claim costs depends on how many it takes, not on how many are due', async () => {
  await sql`with people as (
      insert into public.contacts (workspace_id, external_id) select ${workspace}, n::text from generate_series(1, 5000) n
      returning workspace_id, id)
    insert into public.enrollments (workspace_id, journey_id, version, contact_id, number, entry_event, entered_at, node_id,
      arrived_at, arrived_seq, wake_at)
    select workspace_id, ${journey}, 1, id, 1, 1, ${at(1)}, 't', ${at(1)}, 1, ${at(1)} from people`
  await sql`analyze public.contacts, public.enrollments, public.journeys, public.workspaces`
  const [row = {}] =
    await sql`explain (analyze, buffers, format json) select * from private.claim_enrollments(${at(1)}, 10)`
  const [{ Plan: plan }] = row['QUERY PLAN']
  expect(plan['Actual Rows']).toBe(10)
  expect(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']).toBeLessThan(3000)
})
