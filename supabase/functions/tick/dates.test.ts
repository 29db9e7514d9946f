import { beforeEach, expect, inject, test } from 'vitest'
import type { TriggerOn } from '../../../src/nodes/trigger/triggerData.ts'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney, publish } from '../_testing/aLiveJourney.ts'
import { rpc } from '../_testing/aPerson.ts'
import { aWorkspace, type Workspace } from '../_testing/aWorkspace.ts'
import { later, send, start } from '../_testing/events.ts'
import { entrantsOf } from '../_testing/signals.ts'
import { sql } from '../_testing/stack.ts'
import { tick } from '../_testing/worker.ts'

let workspace: Workspace
beforeEach(async () => {
  workspace = await aWorkspace({ timeZone: 'Europe/Bucharest' })
  await tick(start)
})

const identify = (userId: string, traits: Record<string, unknown>, at = start) =>
  send(workspace, [{ type: 'identify', userId, traits, timestamp: at }], at)

const renewal: TriggerOn<'date'> = { on: 'date', attribute: 'renewal', anniversary: false, at: '09:00' }
const birthday: TriggerOn<'date'> = { on: 'date', attribute: 'born', anniversary: true, at: '09:00' }

const live = (trigger: TriggerOn<'date'>) =>
  aLiveJourney(
    workspace,
    aJourney()
      .enteredBy(trigger)
      .exit()
      .with({ reentry: { allow: 'always' } }),
  )

test('each contact enters at nine on their day, in their zone, those known before the publishing and those told of after', async () => {
  await identify('ann', { renewal: '2027-03-03', timezone: 'Asia/Tokyo' })
  const journey = await live(renewal)
  await tick(start)
  await identify('ben', { renewal: '2027-03-03' })
  await identify('old', { renewal: '2027-03-01' })
  await identify('odd', { renewal: 'soon' })
  await tick(later({ days: 1 }))
  expect(await entrantsOf(journey)).toEqual([])
  await tick(later({ days: 2 }))
  await tick(later({ days: 9 }))
  expect(await entrantsOf(journey)).toEqual([
    '2027-03-03T00:00:00.000Z ann n_1 1',
    '2027-03-03T07:00:00.000Z ben n_1 1',
  ])
})

test('days before count on the calendar, and the date is read as a property of the entry', async () => {
  const journey = await live({ ...renewal, shift: { direction: 'before', by: 'P2D' } })
  await identify('ann', { renewal: '2027-03-30' })
  await tick('2027-03-28T05:59:59Z')
  expect(await entrantsOf(journey)).toEqual([])
  await tick('2027-03-28T06:00:00Z')
  expect(await entrantsOf(journey)).toEqual(['2027-03-28T06:00:00.000Z ann n_1 1'])
  const [event] = await sql`select properties from public.events
    where workspace_id = ${workspace.id} and name = '$date_reached'`
  expect(event?.properties).toEqual({ journey: journey.id, node: 'n_1', attribute: 'renewal', date: '2027-03-30' })
})

test('a birthday comes every year, and one on 29 February on the 28th', async () => {
  const journey = await live(birthday)
  await tick(start)
  await identify('ann', { born: '1992-02-29' })
  for (const at of ['2027-12-01T00:00:00Z', '2028-02-28T12:00:00Z', '2028-02-29T12:00:00Z', '2029-02-28T12:00:00Z'])
    await tick(at)
  expect(await entrantsOf(journey)).toEqual([
    '2028-02-29T07:00:00.000Z ann n_1 1',
    '2029-02-28T07:00:00.000Z ann n_1 2',
  ])
})

test('a date that is moved, taken back or read in another zone counts as it is in the end', async () => {
  const journey = await live(renewal)
  await identify('later', { renewal: '2027-03-03' })
  await identify('sooner', { renewal: '2027-04-30' })
  await identify('never', { renewal: '2027-03-03' })
  await identify('mover', { renewal: '2027-03-03' })
  await tick(later({ hours: 1 }))
  const change = (userId: string, traits: Record<string, unknown>) => identify(userId, traits, later({ hours: 2 }))
  await change('later', { renewal: '2027-03-05' })
  await change('sooner', { renewal: '2027-03-04' })
  await change('never', { renewal: '' })
  await change('mover', { timezone: 'America/New_York' })
  await tick(later({ hours: 2 }))
  await tick('2027-03-06T00:00:00Z')
  expect(await entrantsOf(journey)).toEqual([
    '2027-03-03T14:00:00.000Z mover n_1 1',
    '2027-03-04T07:00:00.000Z sooner n_1 1',
    '2027-03-05T07:00:00.000Z later n_1 1',
  ])
})

test('whoever has reached a date does not reach it again by moving to another zone, nor in a new version', async () => {
  const journey = await live(renewal)
  await identify('ann', { renewal: '2027-03-03', timezone: 'Asia/Tokyo' })
  await tick('2027-03-03T01:00:00Z')
  await identify('ann', { timezone: 'America/New_York' }, '2027-03-03T02:00:00Z')
  await sql`update public.journeys set draft = jsonb_set(draft, '{nodes,0,data,at}', '"20:00"'), revision = 2
    where id = ${journey.id}`
  await publish(workspace.owner, workspace.id, journey.id, 2)
  await tick('2027-03-05T00:00:00Z')
  expect(await entrantsOf(journey)).toEqual(['2027-03-03T00:00:00.000Z ann n_1 1'])
})

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000)

/** Looks, at the real time, at a contact's date that was to be looked at when it came, so many hours ago. */
async function lookedAtLate(hours: number) {
  await identify('ann', { renewal: ago(hours).toISOString() }, ago(hours + 1).toISOString())
  const journey = await live(renewal)
  await sql`delete from private.roll_calls where workspace_id = ${workspace.id}`
  await sql`insert into private.checks (workspace_id, subject, contact_id, due_at)
    select workspace_id, ${`date:${journey.id}:n_1`}, id, ${ago(hours + 0.1).toISOString()} from public.contacts
    where workspace_id = ${workspace.id}`
  const { runChecks } = await import('./runChecks.ts')
  const { takeSignals } = await import('./takeSignals.ts')
  const clock = { now: Date.now(), isMoved: false }
  await runChecks(clock, 500)
  await takeSignals(clock, 500)
  return (await entrantsOf(journey)).length
}

test('a worker that comes two days late still lets in whose date came, and one that comes four days late does not', async () => {
  process.env.SUPABASE_DB_URL = inject('databaseUrl')
  expect(await lookedAtLate(48)).toBe(1)
  workspace = await aWorkspace()
  expect(await lookedAtLate(96)).toBe(0)
  await (await import('../_shared/database.ts')).sql.end()
})

test('a stopped journey is not entered by a date, nor is anybody looked at for it again', async () => {
  const journey = await live(renewal)
  await identify('ann', { renewal: '2027-03-03' })
  await rpc(workspace.owner, 'set_journey_status', {
    workspace: workspace.id,
    journey: journey.id,
    action: 'stop_finish',
  })
  await tick(later({ days: 5 }))
  expect(await entrantsOf(journey)).toEqual([])
  expect(await sql`select from private.checks where workspace_id = ${workspace.id}`).toHaveLength(0)
})
