import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Rule } from '../../../src/audience/rule.ts'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney, publish } from '../_testing/aLiveJourney.ts'
import { rpc } from '../_testing/aPerson.ts'
import { aWorkspace, type Workspace } from '../_testing/aWorkspace.ts'
import { basic, later, send, start, track } from '../_testing/events.ts'
import { aSegment } from '../_testing/segments.ts'
import { aList, contactId, entrantsOf, signal } from '../_testing/signals.ts'
import { call, secret, sql } from '../_testing/stack.ts'
import { enrollmentsOf, stepsOf, tick } from '../_testing/worker.ts'

let workspace: Workspace
beforeEach(async () => {
  workspace = await aWorkspace()
  await tick(start)
})

const identify = (userId: string, traits: Record<string, unknown>, at = start) =>
  send(workspace, [{ type: 'identify', userId, traits, timestamp: at }], at)
const byPlan = { if: 'entryEvent' as const, property: 'to', test: { op: 'is' as const, value: 'pro' } }

test('an attribute that changes as the trigger wants lets the contact in, at the instant of the change', async () => {
  const change = { from: { op: 'is' as const, value: 'free' }, to: { op: 'is' as const, value: 'pro' } }
  const drawn = aJourney()
    .enteredBy({ on: 'attribute', attribute: 'plan', ...change })
    .branch({ pro: byPlan })
    .exit()
  const journey = await aLiveJourney(workspace, drawn)
  const at = (minutes: number) => later({ minutes })
  await identify('ann', { plan: 'free' }, at(0))
  await identify('ben', { plan: 'pro' }, at(0))
  await identify('ann', { plan: 'pro' }, at(5))
  await identify('ann', { plan: 'pro', size: 3 }, at(6))
  await tick(at(7))
  expect(await entrantsOf(journey)).toEqual([`${at(5)} ann n_1 1`])
  expect(await stepsOf(journey)).toContain(`${at(5)} n_2 pro`)
})

test('who comes to be in a segment enters, and so does who leaves one, by the trigger that says so', async () => {
  const segment = randomUUID()
  const drawn = aJourney()
    .enteredBy({ on: 'segmentEntered', segment, includePresent: false })
    .enteredBy({ on: 'segmentLeft', segment })
    .exit()
    .with({ reentry: { allow: 'always' } })
  const journey = await aLiveJourney(workspace, drawn)
  await identify('ann', {})
  await signal(workspace, 'ann', { name: '$segment_entered', properties: { segment }, at: later({ minutes: 1 }) })
  await signal(workspace, 'ann', {
    name: '$segment_entered',
    properties: { segment: randomUUID() },
    at: later({ minutes: 2 }),
  })
  await tick(later({ minutes: 3 }))
  await signal(workspace, 'ann', { name: '$segment_left', properties: { segment }, at: later({ minutes: 4 }) })
  await tick(later({ minutes: 5 }))
  expect(await entrantsOf(journey)).toEqual([
    `${later({ minutes: 1 })} ann n_1 1`,
    `${later({ minutes: 4 })} ann n_2 2`,
  ])
})

test('D44: publishing lets those in who are in the segment already, once per version, and only into this journey', async () => {
  for (const userId of ['ann', 'ben', 'eve']) await identify(userId, {})
  const segment = await aList(workspace, ['ann', 'ben'], '2026-01-01T00:00Z')
  const entering = (includePresent: boolean) =>
    aJourney()
      .enteredBy({ on: 'segmentEntered', segment, includePresent })
      .exit()
      .with({ reentry: { allow: 'always' } })
  const others = await aLiveJourney(workspace, entering(false))
  const journey = await aLiveJourney(workspace, entering(true))
  await tick(start)
  await tick(start)
  const who = async () => (await entrantsOf(journey)).map((line) => line.split(' ').slice(1).join(' '))
  expect(await who()).toEqual(['ann n_1 1', 'ben n_1 1'])
  expect(await entrantsOf(others)).toEqual([])

  await publish(workspace.owner, workspace.id, journey.id)
  await tick(later({ minutes: 1 }))
  expect((await who()).sort()).toEqual(['ann n_1 1', 'ann n_1 2', 'ben n_1 1', 'ben n_1 2'])
})

const enter = (body: object, writeKey = workspace.writeKey) =>
  call('/functions/v1/ingest/v1/enter', { headers: { ...basic(writeKey), ...secret(start) }, body })

test('a call of the API lets a contact in, once per message id, with data that steps read', async () => {
  const drawn = aJourney()
    .enteredBy({ on: 'api', key: 'order' })
    .branch({ big: { if: 'entryEvent', property: 'total', test: { op: 'moreThan', value: 50 } } })
    .exit()
  const journey = await aLiveJourney(workspace, drawn)
  const order = (number: number, total: number) => ({
    journeyId: journey.id,
    userId: 'ann',
    data: { order: number, total },
  })
  const answers = [
    await enter({ ...order(1, 60), messageId: 'm1' }),
    await enter({ ...order(1, 60), messageId: 'm1' }),
    await enter(order(2, 10)),
    await enter({ journeyId: journey.id, anonymousId: 'somebody' }),
  ]
  expect(answers.map(({ status, body }) => [status, body.accepted, body.duplicates])).toEqual([
    [200, 1, 0],
    [200, 0, 1],
    [200, 1, 0],
    [200, 1, 0],
  ])
  expect((await enrollmentsOf(journey)).map(({ entry_key }) => entry_key)).toEqual(['1', '2', ''])
  await tick(start)
  expect((await stepsOf(journey, 'ann')).filter((line) => line.includes('n_2'))).toEqual([
    `${start} n_2 big`,
    `${start} n_2 else`,
  ])
})

test('the API says of a journey that lets nobody in why it does not', async () => {
  const other = await aLiveJourney(workspace, aJourney().trigger('Opened').exit())
  const api = await aLiveJourney(workspace, aJourney().enteredBy({ on: 'api' }).exit())
  await rpc(workspace.owner, 'set_journey_status', { workspace: workspace.id, journey: api.id, action: 'pause' })
  const refused = async (journeyId: string, writeKey?: string) => {
    const { status, body } = await enter({ journeyId, userId: 'ann' }, writeKey)
    return [status, body.error.code]
  }
  expect(await refused(randomUUID())).toEqual([404, 'no_such_journey'])
  expect(await refused(api.id, (await aWorkspace()).writeKey)).toEqual([404, 'no_such_journey'])
  expect(await refused(api.id)).toEqual([409, 'not_live'])
  expect(await refused(other.id)).toEqual([409, 'no_api_trigger'])
  expect(await refused('x')).toEqual([400, 'invalid_input'])
  expect((await enter({ journeyId: api.id })).body.error.code).toBe('invalid_input')
})

test('nobody opens a door from outside by calling an event what Perennial calls it', async () => {
  const journey = await aLiveJourney(workspace, aJourney().enteredBy({ on: 'manual' }).exit())
  const { status, body } = await track(workspace, 'ann', '$added_by_hand', start, {
    properties: { journey: journey.id },
  })
  expect([status, body.error.code]).toEqual([400, 'invalid_call'])
  expect(await entrantsOf(journey)).toEqual([])
})

test('M7: whoever comes from another journey enters at the first trigger, whatever its kind, as far as re-entry allows', async () => {
  const journey = await aLiveJourney(workspace, aJourney().enteredBy({ on: 'api' }).trigger('Opened').exit())
  await identify('ann', {})
  for (const minutes of [1, 2]) {
    const properties = { journey: journey.id, from: randomUUID() }
    await signal(workspace, 'ann', { name: '$moved', properties, at: later({ minutes }) })
  }
  await tick(later({ minutes: 3 }))
  expect(await entrantsOf(journey)).toEqual([`${later({ minutes: 1 })} ann n_1 1`])
})

test('of two triggers that the same event opens, the first lets the contact in, and only once', async () => {
  const journey = await aLiveJourney(workspace, aJourney().trigger('Paid', [], 'order').trigger('Paid').exit())
  await track(workspace, 'ann', 'Paid', start, { properties: { order: 7 } })
  expect(await entrantsOf(journey)).toEqual([`${start} ann n_1 1`])
})

const byHand = (name: 'add_to_journey' | 'remove_from_journey', journey: string, contact: number) =>
  rpc(workspace.owner, name, { workspace: workspace.id, journey, contact })
const soon = () => new Date(Date.now() + 60_000).toISOString()

test('M2, M3, M5: removed by hand stays out until added by hand, which re-entry does not forbid; other journeys go on', async () => {
  const drawn = aJourney().trigger('Opened').wait('P9D').exit()
  const [journey, other] = [await aLiveJourney(workspace, drawn), await aLiveJourney(workspace, drawn)]
  await track(workspace, 'ann', 'Opened')
  const ann = await contactId(workspace, 'ann')

  expect((await byHand('remove_from_journey', journey.id, ann)).body).toBe('removed')
  const before = await enrollmentsOf(journey)
  expect(before.map(({ ended_because }) => ended_because)).toEqual(['removedByHand'])
  expect((await enrollmentsOf(other)).map(({ ended_because }) => ended_because)).toEqual([null])
  expect((await byHand('remove_from_journey', journey.id, ann)).body).toBe('alreadyRemoved')
  expect(await enrollmentsOf(journey)).toEqual(before)

  expect((await byHand('add_to_journey', journey.id, ann)).body).toBe('added')
  await tick(soon())
  expect((await enrollmentsOf(journey)).map(({ number, ended_because }) => [number, ended_because])).toEqual([
    [1, 'removedByHand'],
    [2, null],
  ])
  expect((await byHand('add_to_journey', journey.id, ann)).body).toBe('alreadyIn')
  expect(await sql`select from public.journey_exclusions where journey_id = ${journey.id}`).toHaveLength(0)
})

test('what happens to somebody who was removed by hand lets them in no more', async () => {
  const drawn = aJourney()
    .trigger('Opened')
    .exit()
    .with({ reentry: { allow: 'always' } })
  const journey = await aLiveJourney(workspace, drawn)
  await identify('ann', {})
  const ann = await contactId(workspace, 'ann')
  await byHand('add_to_journey', journey.id, ann)
  await byHand('remove_from_journey', journey.id, ann)
  await tick(soon())
  await track(workspace, 'ann', 'Opened')
  expect(await entrantsOf(journey)).toEqual([])
})

test('by hand a contact goes only into a live journey, and neither may be somebody else’s', async () => {
  const draft =
    await sql`insert into public.journeys (workspace_id, name) values (${workspace.id}, 'Draft') returning id`
  await identify('ann', {})
  const ann = await contactId(workspace, 'ann')
  const elsewhere = await aLiveJourney(await aWorkspace(), aJourney().trigger('Opened').exit())
  expect((await byHand('add_to_journey', draft[0]?.id, ann)).status).toBe(409)
  expect((await byHand('add_to_journey', elsewhere.id, ann)).status).toBe(404)
  expect((await byHand('remove_from_journey', elsewhere.id, ann)).status).toBe(404)
})

test('a rule that comes true, a list that a step fills and a value that a step sets let in, as if told from outside', async () => {
  const paid: Rule = { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'paid' } }
  const segment = await aSegment(workspace, paid)
  const list = await aList(workspace, [], start)
  await tick(start)
  const byRule = await aLiveJourney(
    workspace,
    aJourney()
      .enteredBy({ on: 'segmentEntered', segment: segment.id, includePresent: false })
      .update({ do: 'join', list }, { do: 'set', attribute: 'tier', value: { is: 'text', value: 'gold' } })
      .exit(),
  )
  const byList = await aLiveJourney(
    workspace,
    aJourney().enteredBy({ on: 'segmentEntered', segment: list, includePresent: false }).exit(),
  )
  const byValue = await aLiveJourney(
    workspace,
    aJourney()
      .enteredBy({ on: 'attribute', attribute: 'tier', to: { op: 'is', value: 'gold' } })
      .exit(),
  )
  const at = later({ minutes: 3 })
  await identify('ann', { plan: 'paid' }, at)
  await identify('ben', { plan: 'free' }, at)
  await tick(later({ minutes: 9 }))
  for (const journey of [byRule, byList, byValue]) expect(await entrantsOf(journey)).toEqual([`${at} ann n_1 1`])
})

test('two journeys that lead to each other without a wait let go of a contact', async () => {
  const [here, there] = [randomUUID(), randomUUID()]
  const always = { reentry: { allow: 'always' as const } }
  const drawn = {
    [here]: aJourney().trigger('Opened').goToJourney(there).with(always).build(),
    [there]: aJourney().enteredBy({ on: 'manual' }).goToJourney(here).with(always).build(),
  }
  for (const [id, draft] of Object.entries(drawn)) {
    await sql`insert into public.journeys (workspace_id, id, name, draft)
      values (${workspace.id}, ${id}, 'Circle', ${JSON.stringify(draft)}::text::jsonb)`
    await publish(workspace.owner, workspace.id, id)
  }
  await track(workspace, 'ann', 'Opened')
  await tick(start)
  expect(await entrantsOf({ workspace, id: here })).toEqual([`${start} ann n_1 1`])
  expect(await entrantsOf({ workspace, id: there })).toEqual([`${start} ann n_1 1`])
  await track(workspace, 'ann', 'Opened', later({ minutes: 1 }))
  await tick(later({ minutes: 1 }))
  expect(await entrantsOf({ workspace, id: there })).toHaveLength(2)
})
