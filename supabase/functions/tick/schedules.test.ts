import { beforeEach, expect, test } from 'vitest'
import type { Schedule } from '../../../src/nodes/trigger/triggerData.ts'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney, publish } from '../_testing/aLiveJourney.ts'
import { rpc } from '../_testing/aPerson.ts'
import { aWorkspace, type Workspace } from '../_testing/aWorkspace.ts'
import { later, send, start } from '../_testing/events.ts'
import { aList, entrantsOf } from '../_testing/signals.ts'
import { sql } from '../_testing/stack.ts'
import { tick } from '../_testing/worker.ts'

let workspace: Workspace
beforeEach(async () => {
  workspace = await aWorkspace({ timeZone: 'Europe/Bucharest' })
  await tick(start)
})

const people = (...userIds: string[]) => arrive(workspace, Object.fromEntries(userIds.map((userId) => [userId, {}])))
const arrive = (into: Workspace, traits: Record<string, object>) =>
  send(
    into,
    Object.entries(traits).map(([userId, each]) => ({ type: 'identify', userId, traits: each, timestamp: start })),
  )

/** Monday 1 March 2027 at 15:00 in Bucharest is an hour after the tests begin. */
const once: Schedule = { on: 'schedule', start: '2027-03-01T15:00', zone: 'workspace' }
const daily: Schedule = { ...once, repeat: 'FREQ=DAILY' }
const at = later({ hours: 1 })

const scheduled = (schedule: Schedule) =>
  aLiveJourney(
    workspace,
    aJourney()
      .enteredBy(schedule)
      .exit()
      .with({ reentry: { allow: 'always' } }),
  )

test('S1: at a specific time, once: nobody before it, everybody after it, and nobody again', async () => {
  await people('ann')
  const journey = await scheduled(once)
  await tick(later({ minutes: 59, seconds: 59 }))
  expect(await entrantsOf(journey)).toEqual([])
  await tick(later({ hours: 1, minutes: 1 }))
  expect(await entrantsOf(journey)).toEqual([`${at} ann n_1 1`])
  await tick(later({ days: 30 }))
  expect(await entrantsOf(journey)).toHaveLength(1)
})

test('V3, V11: a scheduled list lets its three people in, and nobody of another list or workspace', async () => {
  await people('ann', 'ben', 'eve', 'zoe')
  const elsewhere = await aWorkspace()
  await arrive(elsewhere, { ann: {} })
  const segment = await aList(workspace, ['ann', 'ben', 'eve'], start)
  const journey = await scheduled({ ...once, segment })
  await tick(at)
  expect(await entrantsOf(journey)).toEqual(['ann', 'ben', 'eve'].map((userId) => `${at} ${userId} n_1 1`))
})

test('V12: who comes on the list or leaves it before the time counts as it is then; a draft lets nobody in', async () => {
  await people('ann', 'ben')
  const segment = await aList(workspace, ['ann'], start)
  const journey = await scheduled({ ...once, segment })
  await sql`update public.segment_members set contact_id = (
      select id from public.contacts where workspace_id = ${workspace.id} and external_id = 'ben')
    where segment_id = ${segment}`
  await tick(at)
  expect(await entrantsOf(journey)).toEqual([`${at} ben n_1 1`])
})

test('after an outage the latest missed time lets people in, and only that one', async () => {
  await people('ann')
  const journey = await scheduled(daily)
  await tick(later({ days: 3, hours: 5 }))
  await tick(later({ days: 4, hours: 1 }))
  expect(await entrantsOf(journey)).toEqual([
    `${later({ days: 3, hours: 1 })} ann n_1 1`,
    `${later({ days: 4, hours: 1 })} ann n_1 2`,
  ])
})

test('in their own zone each contact enters when it is that time there; without a zone, when it is in the workspace', async () => {
  await arrive(workspace, {
    apia: { timezone: 'Pacific/Apia' },
    tokyo: { timezone: 'Asia/Tokyo' },
    nowhere: {},
    york: { timezone: 'America/New_York' },
  })
  const journey = await scheduled({ ...daily, start: '2027-03-02T09:00', zone: 'contact' })
  await tick(later({ hours: 20 }))
  await tick('2027-03-02T14:00:00.000Z')
  expect(await entrantsOf(journey)).toEqual([
    '2027-03-01T20:00:00.000Z apia n_1 1',
    '2027-03-02T00:00:00.000Z tokyo n_1 1',
    '2027-03-02T07:00:00.000Z nowhere n_1 1',
    '2027-03-02T14:00:00.000Z york n_1 1',
  ])
})

test('a paused journey passes over what comes meanwhile; a stopped one plans nothing', async () => {
  await people('ann')
  const journey = await scheduled(daily)
  const act = (action: string) =>
    rpc(workspace.owner, 'set_journey_status', { workspace: workspace.id, journey: journey.id, action })
  await act('pause')
  await tick(later({ hours: 2 }))
  await act('resume')
  await tick(later({ hours: 3 }))
  expect(await entrantsOf(journey)).toEqual([])
  await tick(later({ days: 1, hours: 1 }))
  expect(await entrantsOf(journey)).toEqual([`${later({ days: 1, hours: 1 })} ann n_1 1`])
  await act('stop_finish')
  expect(await sql`select from private.schedules where journey_id = ${journey.id}`).toHaveLength(0)
})

test('a new version goes on with a schedule that is as it was, and begins one that is not', async () => {
  await people('ann')
  const journey = await scheduled(daily)
  await tick(at)
  await publish(workspace.owner, workspace.id, journey.id)
  await tick(later({ hours: 2 }))
  expect(await entrantsOf(journey)).toHaveLength(1)

  await sql`update public.journeys set draft = jsonb_set(draft, '{nodes,0,data,start}', '"2027-03-03T10:00"'), revision = 2
    where id = ${journey.id}`
  await publish(workspace.owner, workspace.id, journey.id, 2)
  await tick(later({ days: 1, hours: 1 }))
  expect(await entrantsOf(journey)).toHaveLength(1)
  await tick('2027-03-03T08:00:00.000Z')
  expect((await entrantsOf(journey)).at(-1)).toBe('2027-03-03T08:00:00.000Z ann n_1 2')
})

test('a roll longer than one batch is called to its end, and twice calls nobody twice', async () => {
  await sql`insert into public.contacts (workspace_id, external_id)
    select ${workspace.id}, 'p' || number from generate_series(1, 4100) number`
  const journey = await scheduled(once)
  await Promise.all([tick(at), tick(at)])
  await tick(at)
  const [row] = await sql`select count(*)::int as entered, count(distinct contact_id)::int as people
    from public.enrollments where journey_id = ${journey.id}`
  expect(row).toEqual({ entered: 4100, people: 4100 })
})
