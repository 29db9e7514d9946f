import { expect, test } from 'vitest'
import type { Rule } from '../../../src/audience/rule.ts'
import { rpc } from '../_testing/aPerson.ts'
import { aWorkspace } from '../_testing/aWorkspace.ts'
import { later, send, start, track } from '../_testing/events.ts'
import { aSegment, aSegmentEdited, checksOf, membersOf, movesOf } from '../_testing/segments.ts'
import { sql } from '../_testing/stack.ts'
import { tick } from '../_testing/worker.ts'

const plan = (value: string): Rule => ({ if: 'attribute', attribute: 'plan', test: { op: 'is', value } })
const did = (name: string, within?: string): Rule => ({
  if: 'performed',
  event: { name, where: [] },
  ...(within !== undefined && { within }),
})

const identify = (workspace: Parameters<typeof send>[0], userId: string, traits: Record<string, unknown>, at = start) =>
  send(workspace, [{ type: 'identify', userId, traits, timestamp: at }], at)

test('whoever matches when a segment is saved is in it after the next tick, and has entered nothing', async () => {
  const workspace = await aWorkspace()
  await identify(workspace, 'ana', { plan: 'paid' })
  await identify(workspace, 'ben', { plan: 'free' })
  const segment = await aSegment(workspace, plan('paid'))
  await tick(later({ hours: 1 }))
  expect(await membersOf(segment)).toEqual(['ana'])
  expect(await movesOf(segment)).toEqual([])
})

test('D32: who changes from free to paid and back is in, out and in again, each at the next look', async () => {
  const workspace = await aWorkspace()
  const segment = await aSegment(workspace, plan('paid'))
  await tick(start)
  const seen: string[][] = []
  for (const [day, value] of ['paid', 'free', 'paid'].entries()) {
    await identify(workspace, 'ana', { plan: value }, later({ days: day }))
    await tick(later({ days: day, minutes: 1 }))
    seen.push(await membersOf(segment))
  }
  expect(seen).toEqual([['ana'], [], ['ana']])
  expect(await movesOf(segment)).toEqual([
    `${later({})} $segment_entered ana`,
    `${later({ days: 1 })} $segment_left ana`,
    `${later({ days: 2 })} $segment_entered ana`,
  ])
})

test('D34: a rule of two sides, nested twice, turns exactly when the side that was missing does', async () => {
  const workspace = await aWorkspace()
  const both = await aSegment(workspace, {
    all: [plan('paid'), { any: [did('bought'), { all: [did('a'), did('b')] }] }],
  })
  await tick(start)
  await identify(workspace, 'ana', { plan: 'paid' })
  await track(workspace, 'ana', 'a', later({ hours: 1 }))
  await tick(later({ hours: 2 }))
  expect(await membersOf(both)).toEqual([])
  await track(workspace, 'ana', 'b', later({ hours: 3 }))
  await tick(later({ hours: 9 }))
  expect(await movesOf(both)).toEqual([`${later({ hours: 3 })} $segment_entered ana`])
  await identify(workspace, 'ana', { plan: 'free' }, later({ hours: 10 }))
  await tick(later({ hours: 11 }))
  expect(await movesOf(both)).toHaveLength(2)
  expect(await membersOf(both)).toEqual([])
})

test('D41: with an edited rule everybody is looked at again under the new one; who moves is heard of', async () => {
  const workspace = await aWorkspace()
  for (const [index, userId] of ['ana', 'ben', 'cem'].entries())
    await identify(workspace, userId, { visits: 10 * index })
  const atLeast = (value: number): Rule => ({ if: 'attribute', attribute: 'visits', test: { op: 'atLeast', value } })
  const segment = await aSegment(workspace, atLeast(10))
  await tick(start)
  expect(await membersOf(segment)).toEqual(['ben', 'cem'])
  await aSegmentEdited(segment, atLeast(20))
  await tick(later({ hours: 1 }))
  expect(await membersOf(segment)).toEqual(['cem'])
  expect(await movesOf(segment)).toEqual([`${later({ hours: 1 })} $segment_left ben`])
})

test('D41: a window that was made longer takes in those whose event is older', async () => {
  const workspace = await aWorkspace()
  await track(workspace, 'ana', 'bought')
  const segment = await aSegment(workspace, did('bought', 'P10D'))
  await tick(later({ days: 20 }))
  expect(await membersOf(segment)).toEqual([])
  await aSegmentEdited(segment, did('bought', 'P30D'))
  await tick(later({ days: 21 }))
  expect(await membersOf(segment)).toEqual(['ana'])
  await tick(later({ days: 31 }))
  expect(await membersOf(segment)).toEqual([])
})

test('“within the last 30 days” falls out by the clock alone, at the very instant, however late anybody looks', async () => {
  const workspace = await aWorkspace({ timeZone: 'UTC' })
  const segment = await aSegment(workspace, did('bought', 'P30D'))
  await tick(start)
  await track(workspace, 'ana', 'bought', later({ hours: 1 }))
  await tick(later({ hours: 2 }))
  expect(await membersOf(segment)).toEqual(['ana'])
  await tick(later({ days: 30, hours: 1 }))
  expect(await membersOf(segment)).toEqual(['ana'])
  await tick(later({ days: 45 }))
  expect(await membersOf(segment)).toEqual([])
  expect(await movesOf(segment)).toEqual([
    `${later({ hours: 1 })} $segment_entered ana`,
    `${later({ days: 30, hours: 1, ms: 1 })} $segment_left ana`,
  ])
  expect(await checksOf(segment)).toHaveLength(0)
})

test('whoever matched when it was computed falls out by the clock alone, too', async () => {
  const workspace = await aWorkspace()
  await track(workspace, 'ana', 'bought')
  const segment = await aSegment(workspace, did('bought', 'P10D'))
  await tick(later({ days: 1 }))
  expect(await membersOf(segment)).toEqual(['ana'])
  expect(await checksOf(segment)).toHaveLength(1)
  await tick(later({ days: 11 }))
  expect(await membersOf(segment)).toEqual([])
})

test('an event or attribute that a segment does not name lines up nothing', async () => {
  const workspace = await aWorkspace()
  const named = await aSegment(workspace, did('bought'))
  const other = await aSegment(workspace, { all: [did('sold'), plan('paid')] })
  await tick(start)
  await track(workspace, 'ana', 'bought', later({ hours: 1 }))
  await identify(workspace, 'ana', { city: 'Cluj' }, later({ hours: 1 }))
  expect(await checksOf(named)).toHaveLength(1)
  expect(await checksOf(other)).toHaveLength(0)
})

test('somebody new is looked at for a rule that nobody has to do anything for', async () => {
  const workspace = await aWorkspace()
  const segment = await aSegment(workspace, { not: did('bought') })
  await tick(start)
  await track(workspace, 'ana', 'looked', later({ hours: 1 }))
  await tick(later({ hours: 2 }))
  expect(await membersOf(segment)).toEqual(['ana'])
})

test('an old event that is imported counts, and is heard of from when it was imported', async () => {
  const workspace = await aWorkspace()
  const segment = await aSegment(workspace, did('bought'))
  await tick(start)
  await send(
    workspace,
    [{ type: 'track', userId: 'ana', event: 'bought', timestamp: later({ days: -200 }) }],
    later({ hours: 1 }),
  )
  await tick(later({ hours: 2 }))
  expect(await movesOf(segment)).toEqual([`${later({ hours: 1 })} $segment_entered ana`])
})

test('an event that comes in late moves nobody out and in again', async () => {
  const workspace = await aWorkspace({ timeZone: 'UTC' })
  const segment = await aSegment(workspace, { all: [did('bought', 'P5D'), { not: did('returned', 'PT1H') }] })
  await tick(start)
  await track(workspace, 'ana', 'bought', later({ hours: 12 }))
  await tick(later({ hours: 13 }))
  const late = { type: 'track', userId: 'ana', event: 'returned', timestamp: later({ hours: 11, minutes: 30 }) }
  await send(workspace, [late], later({ hours: 14 }))
  await tick(later({ hours: 15 }))
  const moves = await movesOf(segment)
  expect(await membersOf(segment)).toEqual(['ana'])
  expect(moves.at(0)).toBe(`${later({ hours: 12 })} $segment_entered ana`)
})

test('what changes at a list is looked at by the segments that ask about it', async () => {
  const workspace = await aWorkspace()
  await identify(workspace, 'ana', {})
  const [list] =
    await sql`insert into public.segments (workspace_id, name) values (${workspace.id}, 'VIP') returning id`
  const segment = await aSegment(workspace, { if: 'memberOf', segment: list?.id })
  await tick(start)
  const [contact] = await sql`select id from public.contacts where workspace_id = ${workspace.id}`
  const args = { workspace: workspace.id, list: list?.id, contacts: [contact?.id] }
  const now = () => new Date(Date.now() + 1000).toISOString()
  expect((await rpc(workspace.owner, 'add_to_list', args)).body).toBe(1)
  await tick(now())
  expect(await membersOf(segment)).toEqual(['ana'])
  expect((await rpc(workspace.owner, 'remove_from_list', args)).body).toBe(1)
  await tick(now())
  expect(await membersOf(segment)).toEqual([])
})

test('a visitor who turns out to be a customer is where the customer belongs', async () => {
  const workspace = await aWorkspace()
  const segment = await aSegment(workspace, { all: [did('looked'), plan('paid')] })
  await tick(start)
  await send(workspace, [{ type: 'track', anonymousId: 'v', event: 'looked', timestamp: start }])
  await identify(workspace, 'ana', { plan: 'paid' })
  await tick(later({ minutes: 1 }))
  expect(await membersOf(segment)).toEqual([])
  await send(
    workspace,
    [{ type: 'identify', userId: 'ana', anonymousId: 'v', timestamp: later({ hours: 1 }) }],
    later({ hours: 1 }),
  )
  await tick(later({ hours: 2 }))
  expect(await membersOf(segment)).toEqual(['ana'])
})

test('contacts without a zone have the workspace’s; where that is another, everybody is looked at again', async () => {
  const workspace = await aWorkspace({ timeZone: 'Asia/Tashkent' })
  await identify(workspace, 'ana', { due: '2027-03-01' })
  const segment = await aSegment(workspace, {
    if: 'attribute',
    attribute: 'due',
    test: { op: 'before', value: '2027-03-01T00:00:00Z' },
  })
  await tick(start)
  expect(await membersOf(segment)).toEqual(['ana'])
  await sql`update public.workspaces set time_zone = 'UTC' where id = ${workspace.id}`
  await tick(later({ hours: 1 }))
  expect(await membersOf(segment)).toEqual([])
})
