import { expect, test } from 'vitest'
import type { Rule } from '../../../src/audience/rule.ts'
import type { JourneySettings } from '../../../src/engine/journey.ts'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { rpc } from '../_testing/aPerson.ts'
import { aWorkspace, type Workspace } from '../_testing/aWorkspace.ts'
import { aContact, later, send, start, track } from '../_testing/events.ts'
import { mailsTo } from '../_testing/mailbox.ts'
import { sql } from '../_testing/stack.ts'
import { deliver, enrollmentsOf, stepsOf, tick } from '../_testing/worker.ts'

const waiting = (...exit: JourneySettings['exit']) =>
  aJourney()
    .trigger('Opened')
    .wait('P10D')
    .email('Hello')
    .exit()
    .with({ exit, reentry: { allow: 'always' } })

async function identify(workspace: Workspace, userId: string, traits: Record<string, unknown>, at: string) {
  await send(workspace, [{ type: 'identify', userId, traits, timestamp: at }], at)
}

test('P26: a rule about the profile ends the passage in the middle of a wait, when the profile changes', async () => {
  const workspace = await aWorkspace()
  const rule = { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'pro' } } as const
  const journey = await aLiveJourney(workspace, waiting({ on: 'rule', rule, when: 'becomesTrue' }))
  const { userId } = await aContact(workspace, { plan: 'free' })
  await track(workspace, userId, 'Opened')
  await tick(later({ days: 1 }))
  await identify(workspace, userId, { plan: 'pro' }, later({ days: 2 }))
  await tick(later({ days: 3 }))
  expect(await stepsOf(journey)).toEqual([`${start} n_1 next`, `${later({ days: 2 })} n_2 (exitRule)`])
})

test('P26: a rule that stops being true by the clock alone ends the passage at that very instant', async () => {
  const workspace = await aWorkspace()
  const rule: Rule = { if: 'performed', event: { name: 'Visited', where: [] }, within: 'P2D' }
  const journey = await aLiveJourney(workspace, waiting({ on: 'rule', rule, when: 'stopsBeingTrue' }))
  await track(workspace, 'u1', 'Visited')
  await track(workspace, 'u1', 'Opened', later({ hours: 1 }))
  await tick(later({ hours: 1 }))
  const over = later({ days: 2, ms: 1 })
  expect((await enrollmentsOf(journey))[0]).toMatchObject({ wake_at: new Date(over) })
  await track(workspace, 'u1', 'Visited', later({ days: 1 }))
  await tick(over)
  expect((await enrollmentsOf(journey))[0]).toMatchObject({ ended_because: null })
  await tick(later({ days: 5 }))
  expect((await stepsOf(journey)).at(-1)).toBe(`${later({ days: 3, ms: 1 })} n_2 (exitRule)`)
})

test('leaving a segment ends the passage', async () => {
  const workspace = await aWorkspace()
  const { body: list } = await rpc(workspace.owner, 'create_list', { workspace: workspace.id, name: 'Regulars' })
  const rule = { if: 'memberOf', segment: list } as const
  const journey = await aLiveJourney(workspace, waiting({ on: 'rule', rule, when: 'stopsBeingTrue' }))
  await aContact(workspace)
  const [contact] = await sql`select id, external_id from public.contacts where workspace_id = ${workspace.id}`
  const members = { workspace: workspace.id, list, contacts: [contact?.id] }
  await rpc(workspace.owner, 'add_to_list', members)
  // Lists are filled by hand and so at the database's own time.
  const now = () => new Date().toISOString()
  await track(workspace, contact?.external_id, 'Opened', now())
  await tick(now())
  expect((await enrollmentsOf(journey))[0]).toMatchObject({ ended_because: null })
  await rpc(workspace.owner, 'remove_from_list', members)
  await tick(new Date(Date.now() + 1000).toISOString())
  await tick(new Date(Date.now() + 1000).toISOString())
  expect((await enrollmentsOf(journey))[0]).toMatchObject({ ended_because: 'exitRule' })
})

test('unsubscribing from everything ends the passage at once, and from one topic does not', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(workspace, waiting({ on: 'unsubscribed' }))
  await aContact(workspace)
  const [contact] = await sql`select id, external_id from public.contacts where workspace_id = ${workspace.id}`
  const now = () => new Date(Date.now() + 1000).toISOString()
  await track(workspace, contact?.external_id, 'Opened', new Date().toISOString())
  const leave = (topic: string) =>
    rpc(workspace.owner, 'set_consent', {
      workspace: workspace.id,
      contact: contact?.id,
      channel: 'email',
      topic,
      subscribed: false,
    })
  await leave('marketing')
  await tick(now())
  expect((await enrollmentsOf(journey))[0]).toMatchObject({ ended_because: null, node_id: 'n_2' })
  await leave('*')
  await tick(now())
  await tick(now())
  expect((await enrollmentsOf(journey))[0]).toMatchObject({ ended_because: 'unsubscribedFromAll' })
})

test('M32: a contact removed before an inactivity window ends does not get the inactive path', async () => {
  const workspace = await aWorkspace()
  const drawn = aJourney()
    .trigger('Opened')
    .waitFor('Visited', 'P7D', { timeout: (lane) => lane.email('We miss you').exit('inactive') })
    .exit('active')
  const journey = await aLiveJourney(workspace, drawn)
  const { userId, email } = await aContact(workspace)
  await track(workspace, userId, 'Opened')
  await tick(later({ days: 1 }))
  const [contact] = await sql`select id from public.contacts where workspace_id = ${workspace.id}`
  await rpc(workspace.owner, 'remove_from_journey', {
    workspace: workspace.id,
    journey: journey.id,
    contact: contact?.id,
  })
  await tick(later({ days: 20 }))
  await deliver(later({ days: 20 }))
  expect((await stepsOf(journey)).map((step) => step.split(' ').slice(1).join(' '))).not.toContain('n_2 timeout')
  expect(await mailsTo(email)).toEqual([])
})

test('X11: a contact erased while parked in three journeys is nowhere any more, and comes back as somebody new', async () => {
  const workspace = await aWorkspace()
  const journeys = [
    await aLiveJourney(workspace, waiting()),
    await aLiveJourney(workspace, waiting()),
    await aLiveJourney(workspace, waiting()),
  ]
  const { userId, email } = await aContact(workspace)
  await track(workspace, userId, 'Opened')
  await tick(later({ days: 1 }))
  const [before] = await sql`select id from public.contacts where workspace_id = ${workspace.id}`
  const { status } = await rpc(workspace.owner, 'erase_contact', { workspace: workspace.id, contact: before?.id })
  expect(status).toBeLessThan(300)
  await tick(later({ days: 20 }))
  await deliver(later({ days: 20 }))
  expect(await mailsTo(email)).toEqual([])
  for (const journey of journeys) {
    expect((await enrollmentsOf(journey))[0]).toMatchObject({ ended_because: 'erased', contact_id: null })
  }
  await track(workspace, userId, 'Opened', later({ days: 21 }))
  const [after] = await sql`select id from public.contacts where workspace_id = ${workspace.id}`
  expect(after?.id).not.toBe(before?.id)
  const [journey] = journeys
  expect(journey && (await enrollmentsOf(journey)).map(({ number }) => number)).toEqual([1, 1])
})
