import { expect, test } from 'vitest'
import type { Journey } from '../../../src/engine/journey.ts'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aDraft, publish } from '../_testing/aLiveJourney.ts'
import { aPerson } from '../_testing/aPerson.ts'
import { aMember, aWorkspace, type Workspace } from '../_testing/aWorkspace.ts'
import { track } from '../_testing/events.ts'
import { call, secret, sql } from '../_testing/stack.ts'

const sound = () => aJourney().trigger('Opened').wait('P1D').email('Hello').exit().build()

const statusOf = async (id: string) => (await sql`select status, live_version from public.journeys where id = ${id}`)[0]

async function refusedWith(workspace: Workspace, document: unknown) {
  const id = await aDraft(workspace, document)
  const { status, body } = await publish(workspace.owner, workspace.id, id)
  expect([status, body.error.code]).toEqual([422, 'invalid_journey'])
  expect(await statusOf(id)).toEqual({ status: 'draft', live_version: null })
  return body.error.details
}

const codes = (details: { problems: { code: string; nodeId?: string }[] }) =>
  details.problems.map(({ code, nodeId }) => `${code} ${nodeId ?? ''}`.trim())

const withEdge = (journey: Journey, source: string, port: string, target: string): Journey => ({
  ...journey,
  edges: [...journey.edges, { id: 'e_extra', source, sourceHandle: port, target }],
})

test('an editor publishes version after version, each as the draft was, and none is ever changed', async () => {
  const workspace = await aWorkspace()
  const editor = await aMember(workspace, 'editor')
  const id = await aDraft(workspace, sound())
  expect(await publish(editor, workspace.id, id)).toMatchObject({ status: 200, body: { version: 1 } })
  const second = aJourney().trigger('Closed').exit().build()
  await sql`update public.journeys set draft = ${JSON.stringify(second)}::text::jsonb, revision = 2 where id = ${id}`
  expect(await publish(editor, workspace.id, id, 2)).toMatchObject({ status: 200, body: { version: 2 } })
  const versions =
    await sql`select version, document, published_by is not null as signed from public.journey_versions where journey_id = ${id} order by 1`
  expect(versions).toEqual([
    { version: 1, document: sound(), signed: true },
    { version: 2, document: second, signed: true },
  ])
  expect(await statusOf(id)).toEqual({ status: 'live', live_version: 2 })
  const change = sql`update public.journey_versions set document = '{}' where journey_id = ${id}`
  await expect(change).rejects.toThrow('never changes')
})

test('a viewer may not; a stranger hears the same of a workspace that is there and of one that is not', async () => {
  const workspace = await aWorkspace()
  const id = await aDraft(workspace, sound())
  const [viewer, stranger] = [await aMember(workspace, 'viewer'), await aPerson()]
  expect(await publish(viewer, workspace.id, id)).toMatchObject({
    status: 403,
    body: { error: { code: 'role_too_low' } },
  })
  const [real, missing] = [await publish(stranger, workspace.id, id), await publish(stranger, crypto.randomUUID(), id)]
  expect([real.status, real.text]).toEqual([404, missing.text])
  expect(missing.status).toBe(404)
  expect(await statusOf(id)).toEqual({ status: 'draft', live_version: null })
})

test('a journey of another workspace is not there, also for a member of both', async () => {
  const [mine, other] = [await aWorkspace(), await aWorkspace()]
  const id = await aDraft(other, sound())
  expect(await publish(mine.owner, mine.id, id)).toMatchObject({
    status: 404,
    body: { error: { code: 'no_such_journey' } },
  })
})

test('nobody gets in without signing in, nor with a publishable, secret or write key', async () => {
  const workspace = await aWorkspace()
  const body = { workspaceId: workspace.id, journeyId: await aDraft(workspace, sound()), revision: 1 }
  const { apikey = '' } = workspace.owner.headers
  const keys: Record<string, string>[] = [{}, { apikey }, secret(), { authorization: `Bearer ${workspace.writeKey}` }]
  for (const headers of keys) expect((await call('/functions/v1/publish', { headers, body })).status).toBe(401)
})

test('M28: a draft that somebody changed meanwhile is not published, and the answer names its revision', async () => {
  const workspace = await aWorkspace()
  const id = await aDraft(workspace, sound())
  await sql`update public.journeys set draft = ${JSON.stringify(aJourney().trigger('Closed').exit().build())}::text::jsonb, revision = 2 where id = ${id}`
  expect(await publish(workspace.owner, workspace.id, id, 1)).toMatchObject({
    status: 409,
    body: { error: { code: 'stale_revision', details: { revision: 2 } } },
  })
})

test('of two who publish the same revision at once, both get a version and the numbers differ', async () => {
  const workspace = await aWorkspace()
  const id = await aDraft(workspace, sound())
  const answers = await Promise.all([1, 1, 1].map((revision) => publish(workspace.owner, workspace.id, id, revision)))
  expect(answers.map(({ body }) => body.version).sort()).toEqual([1, 2, 3])
})

test.each<[string, unknown]>([
  ['nothing', {}],
  ['an unknown format', { ...sound(), format: 2 }],
  ['an unknown field', { ...sound(), surprise: true }],
  ['a node without an id', { ...sound(), nodes: [{ type: 'exit', data: {} }] }],
  ['a duration that is none', { ...sound(), settings: { reentry: { allow: 'after', rest: 'soon' } } }],
])('a document with %s is no journey', async (_, document) => {
  const details = await refusedWith(await aWorkspace(), document)
  expect(details.issues.length).toBeGreaterThan(0)
})

test('S6: a circle without a wait is refused by its steps; one with a wait is not', async () => {
  const workspace = await aWorkspace()
  const drawn = (step: (lane: ReturnType<typeof aJourney>) => ReturnType<typeof aJourney>) =>
    step(
      aJourney()
        .trigger('Opened')
        .branch(
          { again: { all: [{ if: 'attribute', attribute: 'x', test: { op: 'exists' } }] } },
          {
            again: (lane) => lane.email('Hello'),
          },
        ),
    )
  const circle = drawn((lane) => lane).build()
  const instant = withEdge(
    { ...circle, edges: circle.edges.filter(({ source }) => source !== 'n_3') },
    'n_3',
    'next',
    'n_2',
  )
  expect(codes(await refusedWith(workspace, instant)).sort()).toContain('instantCycle n_2')
  const waiting = {
    ...instant,
    nodes: instant.nodes.map((node) =>
      node.id === 'n_3' ? { ...node, type: 'wait', data: { until: 'duration', lasting: 'P1D' } } : node,
    ),
  }
  const id = await aDraft(workspace, waiting)
  expect((await publish(workspace.owner, workspace.id, id)).status).toBe(200)
})

test.each<[string, unknown, string]>([
  ['no trigger', aJourney().build(), 'noTrigger'],
  [
    'an unknown type of step',
    { ...sound(), nodes: sound().nodes.map((node) => (node.id === 'n_2' ? { ...node, type: 'teleport' } : node)) },
    'unknownType n_2',
  ],
  [
    'data the step cannot read',
    { ...sound(), nodes: sound().nodes.map((node) => (node.id === 'n_2' ? { ...node, data: { lasting: 7 } } : node)) },
    'badData n_2',
  ],
  [
    'M30: a step nothing leads to',
    { ...sound(), nodes: [...sound().nodes, { id: 'n_9', type: 'exit', data: { reason: '' } }] },
    'orphan n_9',
  ],
  ['two steps of one name', { ...sound(), nodes: [...sound().nodes, sound().nodes[3]] }, 'duplicateNode n_4'],
  ['an edge to nowhere', withEdge(sound(), 'n_3', 'next', 'n_99'), 'edgeNowhere n_3'],
  ['two edges from one port', withEdge(sound(), 'n_2', 'next', 'n_4'), 'portTwice n_2'],
  ['an edge from a port that is not there', withEdge(sound(), 'n_2', 'sideways', 'n_4'), 'portMissing n_2'],
  [
    'an edge into a trigger',
    withEdge(aJourney().trigger('Opened').wait('P1D').build(), 'n_2', 'next', 'n_1'),
    'triggerTarget n_2',
  ],
  ['a trigger without an event', aJourney().trigger('').exit().build(), 'trigger.noEvent n_1'],
  [
    'an empty condition',
    aJourney()
      .trigger('Opened')
      .branch({ all: { all: [] } })
      .exit()
      .build(),
    'branch.emptyPath n_2',
  ],
  [
    'a goal that is not set',
    aJourney()
      .trigger('Opened')
      .exit()
      .with({ exit: [{ on: 'goal' }] })
      .build(),
    'exitNoGoal',
  ],
])('a journey with %s is refused with its problem', async (_, document, problem) => {
  expect(codes(await refusedWith(await aWorkspace(), document))).toContain(problem)
})

test('a message without a text in the source language is refused, in another language it is not', async () => {
  const workspace = await aWorkspace({ locales: ['en', 'ro'] })
  const text = { subject: 'Hello', preheader: '', body: 'Hello' }
  const only = (locale: string) =>
    aJourney()
      .trigger('Opened')
      .email('Hello', { [locale]: text })
      .exit()
      .build()
  const { problems } = await refusedWith(workspace, only('ro'))
  expect(problems).toContainEqual(expect.objectContaining({ severity: 'blocks', nodeId: 'n_2' }))
  const id = await aDraft(workspace, only('en'))
  expect((await publish(workspace.owner, workspace.id, id)).status).toBe(200)
})

test('a document may leave out what has a default, and still takes people in', async () => {
  const workspace = await aWorkspace()
  const { nodes, edges } = aJourney().trigger('Opened').exit().build()
  const id = await aDraft(workspace, { format: 1, nodes, edges })
  expect((await publish(workspace.owner, workspace.id, id)).status).toBe(200)
  expect((await track(workspace, 'u1', 'Opened')).status).toBe(200)
  expect(await sql`select id from public.enrollments where workspace_id = ${workspace.id}`).toHaveLength(1)
})

test.each([
  ['', 'malformed_json'],
  ['{}', 'invalid_input'],
  ['{"workspaceId": "x", "journeyId": "y", "revision": 1}', 'invalid_input'],
])('a request that is %j is refused as %s', async (body, code) => {
  const { headers } = await aPerson()
  expect(await call('/functions/v1/publish', { headers, body })).toMatchObject({
    status: 400,
    body: { error: { code } },
  })
})
