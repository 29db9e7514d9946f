import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Rule } from '../../../src/audience/rule.ts'
import { aPerson } from '../_testing/aPerson.ts'
import { aMember, aWorkspace } from '../_testing/aWorkspace.ts'
import { send } from '../_testing/events.ts'
import { aSegment, saveSegment } from '../_testing/segments.ts'
import { call, sql } from '../_testing/stack.ts'

const bought: Rule = { if: 'performed', event: { name: 'bought', where: [] }, within: 'P30D' }
const paid: Rule = { if: 'attribute', attribute: 'plan', test: { op: 'is', value: 'paid' } }

test('what a rule asks about is written down with it, and everybody is to be looked at', async () => {
  const workspace = await aWorkspace()
  const segment = await aSegment(workspace, { all: [bought, paid, { if: 'subscribed', channel: 'email', topic: '*' }] })
  const [row] = await sql`select * from public.segments where id = ${segment.id}`
  expect(row).toMatchObject({
    revision: 1,
    state: 'computing',
    reads_events: ['bought', '$subscribed', '$unsubscribed'],
    reads_attributes: ['time_zone', 'plan'],
    timed_events: ['bought'],
    timed_attributes: [],
    takes_newcomers: true,
  })
})

test('a save over a revision somebody else has replaced is refused', async () => {
  const workspace = await aWorkspace()
  const { id, revision } = await aSegment(workspace, bought)
  const save = (rule: Rule) => saveSegment(workspace.owner, workspace.id, { rule, segment: { id, revision } })
  expect(await save(paid)).toMatchObject({ status: 200, body: { id, revision: 2 } })
  expect((await save(bought)).status).toBe(409)
})

test('another name alone makes nobody be looked at again', async () => {
  const workspace = await aWorkspace()
  const { id, revision } = await aSegment(workspace, bought)
  await sql`update public.segments set state = 'ready' where id = ${id}`
  const saved = { name: 'Buyers', rule: bought, segment: { id, revision } }
  expect((await saveSegment(workspace.owner, workspace.id, saved)).body).toEqual({ id, revision })
  const [row] = await sql`select name, state from public.segments where id = ${id}`
  expect(row).toEqual({ name: 'Buyers', state: 'ready' })
})

test.each<[string, unknown, string]>([
  ['not filled in', { all: [paid, { if: 'attribute', attribute: '', test: { op: 'exists' } }] }, 'incomplete'],
  ['about an entry event', { if: 'entryEvent', property: 'p', test: { op: 'exists' } }, 'asksEntryEvent'],
  ['about entering a segment', { if: 'performed', event: { name: '$segment_entered' } }, 'asksSegment'],
  ['longer than any person reads', { any: Array.from({ length: 201 }, () => paid) }, 'tooLong'],
])('a rule that is %s is refused with the reason', async (_name, rule, flaw) => {
  const workspace = await aWorkspace()
  expect(await saveSegment(workspace.owner, workspace.id, { rule })).toMatchObject({
    status: 422,
    body: { error: { code: 'invalid_rule', details: { flaw } } },
  })
})

test('a rule may ask about a list, and not about another segment, nor about a list of somebody else', async () => {
  const [workspace, other] = [await aWorkspace(), await aWorkspace()]
  const [list] =
    await sql`insert into public.segments (workspace_id, name) values (${workspace.id}, 'VIP') returning id`
  const [foreign] = await sql`insert into public.segments (workspace_id, name) values (${other.id}, 'VIP') returning id`
  const dynamic = await aSegment(workspace, bought)
  const save = async (segment: string) =>
    (await saveSegment(workspace.owner, workspace.id, { rule: { if: 'memberOf', segment } })).status
  expect(await save(list?.id)).toBe(200)
  expect([await save(dynamic.id), await save(foreign?.id), await save(randomUUID())]).toEqual([422, 422, 422])
})

test('what is no rule is refused, and so is a list that is given one', async () => {
  const workspace = await aWorkspace()
  expect((await saveSegment(workspace.owner, workspace.id, { rule: { if: 'rich' } })).status).toBe(400)
  const [list] =
    await sql`insert into public.segments (workspace_id, name) values (${workspace.id}, 'VIP') returning id`
  const turned = await saveSegment(workspace.owner, workspace.id, {
    rule: paid,
    segment: { id: list?.id, revision: 1 },
  })
  expect(turned.status).toBe(404)
})

test('a rule deeper than anybody can read, or with what cannot be stored, is refused and not stumbled over', async () => {
  const workspace = await aWorkspace()
  const deep = `${'{"not":'.repeat(20_000)}${JSON.stringify(paid)}${'}'.repeat(20_000)}`
  const headers = { ...workspace.owner.headers, 'content-type': 'application/json' }
  const body = `{"workspaceId": "${workspace.id}", "name": "Deep", "rule": ${deep}}`
  expect((await call('/functions/v1/segments/save', { headers, body })).status).toBe(400)
  const half: Rule = { if: 'attribute', attribute: 'plan', test: { op: 'is', value: '\0' } }
  expect((await saveSegment(workspace.owner, workspace.id, { rule: half })).status).toBe(400)
})

test('editors save, viewers do not, and a stranger learns nothing', async () => {
  const workspace = await aWorkspace()
  const viewer = await aMember(workspace, 'viewer')
  expect((await saveSegment(await aMember(workspace, 'editor'), workspace.id, { rule: paid })).status).toBe(200)
  expect((await saveSegment(viewer, workspace.id, { rule: paid })).status).toBe(403)
  expect((await saveSegment(await aPerson(), workspace.id, { rule: paid })).status).toBe(404)
  expect((await saveSegment(await aPerson(), randomUUID(), { rule: paid })).status).toBe(404)
})

test('a preview counts whom a rule holds for, and is for members only', async () => {
  const workspace = await aWorkspace()
  const people = ['paid', 'paid', 'free'].map((plan, index) => ({
    type: 'identify',
    userId: `u${index}`,
    traits: { plan },
  }))
  await send(workspace, people)
  const preview = async (person = workspace.owner) =>
    call('/functions/v1/segments/preview', { headers: person.headers, body: { workspaceId: workspace.id, rule: paid } })
  expect((await preview()).body).toEqual({ count: 2, among: 'all' })
  expect((await preview(await aMember(workspace, 'viewer'))).status).toBe(200)
  expect((await preview(await aPerson())).status).toBe(404)
})
