import { expect, test } from 'vitest'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { rpc } from '../_testing/aPerson.ts'
import { aWorkspace } from '../_testing/aWorkspace.ts'
import { aContact, later, start, track } from '../_testing/events.ts'
import { sql } from '../_testing/stack.ts'
import { enrollmentsOf, numbersOf, stepsOf, tick } from '../_testing/worker.ts'

test('V8: writes values into the profile, a list and the subscriptions, where everybody sees them', async () => {
  const workspace = await aWorkspace()
  const { body: list } = await rpc(workspace.owner, 'create_list', { workspace: workspace.id, name: 'Green' })
  const journey = await aLiveJourney(
    workspace,
    aJourney()
      .trigger('Painted')
      .update(
        { do: 'set', attribute: 'field2', value: { is: 'entryEvent', property: 'colour' } },
        { do: 'unset', attribute: 'draft' },
        { do: 'add', attribute: 'score', by: 10 },
        { do: 'add', attribute: 'score', by: -3 },
        { do: 'stage', stage: 'active' },
        { do: 'join', list },
        { do: 'unsubscribe', channel: 'email', topic: 'marketing' },
      )
      .branch({ green: { if: 'attribute', attribute: 'field2', test: { op: 'is', value: 'green' } } })
      .exit(),
  )
  const contact = await aContact(workspace, { draft: true })
  await track(workspace, contact.userId, 'Painted', start, { properties: { colour: 'green' } })
  await tick(start)
  const [known] = await sql`
    select contact.attributes - 'email' as attributes, array(select segment_id from public.segment_members member
        where member.workspace_id = contact.workspace_id and member.contact_id = contact.id) as lists,
      array(select format('%s %s %s', channel, topic, state) from public.consents consent
        where consent.workspace_id = contact.workspace_id and consent.contact_id = contact.id) as consents
    from public.contacts contact where workspace_id = ${workspace.id}`
  expect(known?.attributes).toEqual({ field2: 'green', score: 7, lifecycle_stage: 'active' })
  expect(known?.lists).toEqual([list])
  expect(known?.consents).toEqual(['email marketing unsubscribed'])
  expect(await stepsOf(journey)).toContain(`${start} n_3 green`)
})

test('an update lets contacts into the journeys that start from what it changes', async () => {
  const workspace = await aWorkspace()
  const loyal = { op: 'is', value: 'loyal' } as const
  const started = await aLiveJourney(
    workspace,
    aJourney().enteredBy({ on: 'attribute', attribute: 'lifecycle_stage', to: loyal }).exit(),
  )
  await aLiveJourney(workspace, aJourney().trigger('Paid').update({ do: 'stage', stage: 'loyal' }).exit())
  const { userId } = await aContact(workspace)
  await track(workspace, userId, 'Paid')
  await tick(start)
  await tick(later({ minutes: 1 }))
  expect(await stepsOf(started)).toEqual([`${start} n_1 next`, `${start} n_2 (exit)`])
})

test('M6, M7: on to another journey, the first ends and keeps what it did, the other takes the contact in', async () => {
  const workspace = await aWorkspace()
  const second = await aLiveJourney(workspace, aJourney().enteredBy({ on: 'api' }).wait('P1D').exit())
  const first = await aLiveJourney(
    workspace,
    aJourney().trigger('Paid').update({ do: 'add', attribute: 'score', by: 1 }).goToJourney(second.id),
  )
  const { userId } = await aContact(workspace)
  await track(workspace, userId, 'Paid')
  await tick(start)
  await tick(later({ minutes: 1 }))
  expect(await enrollmentsOf(first)).toMatchObject([{ ended_because: 'movedOn' }])
  expect(await enrollmentsOf(second)).toMatchObject([{ node_id: 'n_2', ended_because: null }])
  const [contact] =
    await sql`select attributes - 'email' as attributes from public.contacts where workspace_id = ${workspace.id}`
  expect(contact?.attributes).toEqual({ score: 1 })
})

test('S6: goes round as often as it may, however often the worker looks, and is counted at every step', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(
    workspace,
    aJourney().trigger('Paid').as('rest').wait('P1D').as('back').goTo('rest', 3),
  )
  const { userId } = await aContact(workspace)
  await track(workspace, userId, 'Paid')
  for (const hours of [0, 30, 31, 200]) await tick(later({ hours }))
  expect(await enrollmentsOf(journey)).toMatchObject([{ ended_because: 'repeatLimit', node_id: 'back' }])
  expect((await stepsOf(journey)).filter((step) => step.includes(' rest '))).toEqual(
    [1, 2, 3, 4].map((days) => `${later({ days })} rest next`),
  )
  expect(await numbersOf(journey)).toMatchObject({
    'back left jump': 3,
    'back ended repeatLimit': 1,
    'rest arrived': 4,
  })
})
