import { expect, test } from 'vitest'
import type { Rule } from '../../../src/audience/rule.ts'
import type { WaitData } from '../../../src/nodes/wait/waitData.ts'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { aWorkspace, type Workspace } from '../_testing/aWorkspace.ts'
import { aContact, later, send, start, track } from '../_testing/events.ts'
import { aSegment } from '../_testing/segments.ts'
import { sql } from '../_testing/stack.ts'
import { enrollmentsOf, stepsOf, tick } from '../_testing/worker.ts'

const until = (rule: Rule, atMost = 'P7D') =>
  aJourney()
    .trigger('Opened')
    .waitUntil(
      { until: 'condition', rule, atMost },
      { happened: (lane) => lane.exit('in'), timeout: (lane) => lane.exit('out') },
    )
const isPro: Rule = { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'pro' } }

const waited = async (journey: Parameters<typeof stepsOf>[0], userId?: string) =>
  (await stepsOf(journey, userId)).filter((step) => step.includes(' n_2 '))

/** A list, with some contacts in it. */
async function aList({ id }: Workspace, ...users: string[]): Promise<string> {
  const [list] = await sql`insert into public.segments (workspace_id, name) values (${id}, 'Guests') returning id`
  await sql`insert into public.segment_members (workspace_id, segment_id, contact_id, since)
    select ${id}, ${list?.id}, contact.id, ${start} from public.contacts contact
    where contact.workspace_id = ${id} and contact.external_id = any (${users})`
  return list?.id
}

test('D12, D14: who is in the list already goes on at once, the others when the time is over', async () => {
  const workspace = await aWorkspace()
  const [guest, stranger] = [await aContact(workspace), await aContact(workspace)]
  const segment = await aList(workspace, guest.userId)
  const journey = await aLiveJourney(workspace, until({ if: 'memberOf', segment }, 'P1D'))
  for (const { userId } of [guest, stranger]) await track(workspace, userId, 'Opened')
  await tick(start)
  expect(await waited(journey)).toEqual([`${start} n_2 happened`])
  await tick(later({ days: 1 }))
  expect(await waited(journey, stranger.userId)).toEqual([`${later({ days: 1 })} n_2 timeout`])
})

test('a change of the profile lets go at its own instant, whoever looks late', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(workspace, until(isPro))
  const { userId } = await aContact(workspace, { plan: 'free' })
  await track(workspace, userId, 'Opened')
  await tick(start)
  expect((await enrollmentsOf(journey))[0]).toMatchObject({ wake_at: new Date(later({ days: 7 })) })
  const at = later({ hours: 3 })
  await send(workspace, [{ type: 'identify', userId, traits: { plan: 'pro' }, timestamp: at }], at)
  await tick(later({ hours: 5 }))
  expect(await waited(journey)).toEqual([`${at} n_2 happened`])
})

test('time alone lets go: who has not ordered for a day', async () => {
  const workspace = await aWorkspace({ timeZone: 'UTC' })
  const quiet: Rule = { not: { if: 'performed', event: { name: 'Ordered', where: [] }, within: 'P1D' } }
  const journey = await aLiveJourney(workspace, until(quiet))
  const { userId } = await aContact(workspace)
  await track(workspace, userId, 'Ordered', later({ hours: -4 }))
  await track(workspace, userId, 'Opened')
  await tick(start)
  expect((await enrollmentsOf(journey))[0]).toMatchObject({ wake_at: new Date(later({ hours: 20, ms: 1 })) })
  await track(workspace, userId, 'Ordered', later({ hours: 10 }))
  await tick(later({ hours: 10 }))
  expect((await enrollmentsOf(journey))[0]).toMatchObject({ wake_at: new Date(later({ hours: 34, ms: 1 })) })
  await tick(later({ hours: 40 }))
  expect(await waited(journey)).toEqual([`${later({ hours: 34, ms: 1 })} n_2 happened`])
})

test('entering a segment lets go, and so does a value that has become old enough', async () => {
  const workspace = await aWorkspace({ timeZone: 'UTC' })
  const { userId } = await aContact(workspace, { plan: 'pro' })
  const buyers = await aSegment(workspace, { if: 'performed', event: { name: 'Ordered', where: [] } })
  await tick(start)
  const isBuyer = await aLiveJourney(workspace, until({ if: 'memberOf', segment: buyers.id }))
  const test = { op: 'is', value: 'pro' } as const
  const isOld: Rule = { if: 'unchanged', attribute: 'plan', test, op: 'atLeast', lasting: 'P2D' }
  const oldPro = await aLiveJourney(workspace, until(isOld))
  await track(workspace, userId, 'Opened')
  await tick(start)
  await track(workspace, userId, 'Ordered', later({ hours: 5 }))
  await tick(later({ hours: 5 }))
  await tick(later({ days: 3 }))
  expect(await waited(isBuyer)).toEqual([`${later({ hours: 5 })} n_2 happened`])
  expect(await waited(oldPro)).toEqual([`${later({ days: 2 })} n_2 happened`])
})

test('unsubscribing lets go who waits for it', async () => {
  const workspace = await aWorkspace()
  const { userId } = await aContact(workspace)
  const journey = await aLiveJourney(workspace, until({ not: { if: 'subscribed', channel: 'email', topic: '*' } }))
  await track(workspace, userId, 'Opened')
  await tick(start)
  const at = later({ hours: 2 })
  await sql`select private.record_consent(contact.workspace_id, contact.id, 'email', '*', false, 'link', ${at})
    from public.contacts contact where contact.workspace_id = ${workspace.id} and contact.external_id = ${userId}`
  await tick(at)
  await tick(later({ hours: 3 }))
  expect(await waited(journey)).toEqual([`${at} n_2 happened`])
})

test('an event from before the arrival lets go as far back as the wait says', async () => {
  const workspace = await aWorkspace()
  const wait: WaitData = { until: 'event', event: { name: 'Ordered', where: [] }, atMost: 'P1D', since: 'PT2H' }
  const drawn = aJourney().trigger('Opened').waitUntil(wait).exit()
  const journey = await aLiveJourney(workspace, drawn)
  const [early, late] = [await aContact(workspace), await aContact(workspace)]
  await track(workspace, early.userId, 'Ordered', later({ hours: -3 }))
  await track(workspace, late.userId, 'Ordered', later({ hours: -1 }))
  for (const { userId } of [early, late]) await track(workspace, userId, 'Opened')
  await tick(start)
  expect(await waited(journey)).toEqual([`${start} n_2 happened`])
  expect(await waited(journey, early.userId)).toEqual([])
})
