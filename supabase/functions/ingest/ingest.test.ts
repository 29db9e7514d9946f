import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { aWorkspace, type Workspace } from '../_testing/aWorkspace.ts'
import { basic, later, send, start } from '../_testing/events.ts'
import { call, secret, sql } from '../_testing/stack.ts'

const stored = (workspace: Workspace) => sql`
  select event.type, event.name, event.properties, contact.external_id, event.occurred_at
  from public.events event join public.contacts contact using (workspace_id)
  where workspace_id = ${workspace.id} and contact.id = event.contact_id order by event.id`

const post = (workspace: Workspace, path: string, body: unknown) =>
  call(path, { headers: { ...basic(workspace.writeKey), ...secret(start) }, body })

describe('the Segment HTTP API', () => {
  test.each([
    ['/v1/track', { event: 'Opened' }, 'track', 'Opened'],
    ['/v1/t', { event: 'Opened' }, 'track', 'Opened'],
    ['/v1/identify', { traits: { plan: 'pro' } }, 'identify', '$identify'],
    ['/v1/i', {}, 'identify', '$identify'],
    ['/v1/page', { name: 'Home' }, 'page', '$page'],
    ['/v1/p', {}, 'page', '$page'],
    ['/v1/screen', { name: 'Home' }, 'screen', '$screen'],
    ['/v1/s', {}, 'screen', '$screen'],
    ['/v1/group', { groupId: 'acme' }, 'group', '$group'],
    ['/v1/g', { groupId: 7 }, 'group', '$group'],
    ['/v1/alias', { previousId: 'earlier' }, 'alias', '$alias'],
    ['/v1/a', { previousId: 'earlier' }, 'alias', '$alias'],
    ['/functions/v1/ingest/v1/track', { event: 'Opened' }, 'track', 'Opened'],
  ])('takes a single call at %s', async (path, body, type, name) => {
    const workspace = await aWorkspace()
    const answer = await post(workspace, path, { userId: 'u1', ...body })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({ success: true, accepted: 1, duplicates: 0, rejected: [], warnings: [] })
    expect(await stored(workspace)).toEqual([expect.objectContaining({ type, name, external_id: 'u1' })])
  })

  test.each(['/v1/batch', '/v1/b', '/v1/import'])('takes a batch at %s', async (path) => {
    const workspace = await aWorkspace()
    const batch = [
      { type: 'identify', userId: 'u1', traits: { plan: 'pro' } },
      { type: 'track', userId: 'u1', event: 'Opened', properties: { door: 1 } },
    ]
    expect((await post(workspace, path, { batch })).body.accepted).toBe(2)
    expect((await stored(workspace)).map(({ name }) => name)).toEqual(['$identify', 'Opened'])
  })

  test('keeps page names, group ids and previous ids with the properties', async () => {
    const workspace = await aWorkspace()
    await send(workspace, [
      { type: 'page', userId: 'u1', name: 'Home', properties: { url: 'https://shop.example' } },
      { type: 'group', userId: 'u1', groupId: 7, traits: { size: 3 } },
      { type: 'alias', userId: 'u1', previousId: 'earlier' },
    ])
    expect((await stored(workspace)).map(({ properties }) => properties)).toEqual([
      { name: 'Home', url: 'https://shop.example' },
      { groupId: '7', size: 3 },
      { previousId: 'earlier' },
    ])
  })

  test('says where to send to at another address, and that events are posted', async () => {
    const workspace = await aWorkspace()
    expect(await post(workspace, '/v1/nothing', {})).toMatchObject({
      status: 404,
      body: { error: { code: 'unknown_endpoint' } },
    })
    expect(await call('/v1/track', { method: 'GET', headers: basic(workspace.writeKey) })).toMatchObject({
      status: 405,
      body: { error: { code: 'post_only' } },
    })
  })

  test('lets a web page of another origin send', async () => {
    const answer = await call('/v1/batch', { method: 'OPTIONS' })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-allow-headers')).toContain('authorization')
  })
})

describe('the write key', () => {
  const body = { batch: [{ type: 'track', userId: 'u1', event: 'Opened' }] }

  test('is asked for', async () => {
    for (const authorization of ['', 'Bearer abc', 'Basic', 'Basic '])
      expect(await call('/v1/batch', { headers: { authorization }, body })).toMatchObject({
        status: 401,
        body: { error: { code: 'no_write_key' } },
      })
  })

  test('is refused when it is not known, empty or not text', async () => {
    for (const key of ['wk_unknown', '', '\u0000', "' or true --", '§'.repeat(5000)])
      expect(await call('/v1/batch', { headers: basic(key), body })).toMatchObject({
        status: 401,
        body: { error: { code: 'unknown_write_key' } },
      })
  })

  test('is refused once it is revoked', async () => {
    const workspace = await aWorkspace()
    await sql`update public.write_keys set revoked_at = now() where workspace_id = ${workspace.id}`
    expect((await send(workspace, body.batch)).status).toBe(401)
    expect(await stored(workspace)).toEqual([])
  })

  test('reads nothing and writes only into its own workspace', async () => {
    const [mine, other] = await Promise.all([aWorkspace(), aWorkspace()])
    await send(mine, body.batch)
    expect(await stored(other)).toEqual([])
    expect((await call('/rest/v1/events', { method: 'GET', headers: basic(mine.writeKey) })).text).not.toContain(
      'Opened',
    )
  })
})

describe('the clock', () => {
  const body = { batch: [{ type: 'track', userId: 'u1', event: 'Opened' }] }

  test('is moved with the secret key only', async () => {
    const workspace = await aWorkspace()
    const moved = { ...basic(workspace.writeKey), 'x-perennial-clock': start }
    expect(await call('/v1/batch', { headers: moved, body })).toMatchObject({
      status: 403,
      body: { error: { code: 'clock_fixed' } },
    })
    const { headers } = workspace.owner
    expect((await call('/v1/batch', { headers: { ...moved, apikey: headers.apikey ?? '' }, body })).status).toBe(403)
    expect(await stored(workspace)).toEqual([])
  })

  test('is moved to an instant and to nothing else', async () => {
    const workspace = await aWorkspace()
    for (const clock of ['tomorrow', '2027-03-01', '2027-02-30T00:00:00Z'])
      expect(
        await call('/v1/batch', { headers: { ...basic(workspace.writeKey), ...secret(clock) }, body }),
      ).toMatchObject({
        status: 400,
        body: { error: { code: 'invalid_clock' } },
      })
  })
})

describe('time', () => {
  const at = async (calls: Record<string, unknown>[], clock = start) => {
    const workspace = await aWorkspace()
    const batch = calls.map((each) => ({ type: 'track', userId: 'u1', event: 'Opened', ...each }))
    const { body } = await send(workspace, batch, clock)
    return { body, at: (await stored(workspace)).map(({ occurred_at }) => occurred_at.toISOString()) }
  }

  test('is that of the call, else that of its arrival', async () => {
    const { at: times } = await at([
      { timestamp: later({ hours: -1 }) },
      { originalTimestamp: later({ hours: -2 }) },
      {},
    ])
    expect(times).toEqual([later({ hours: -1 }), later({ hours: -2 }), start])
  })

  test('X12: up to an hour ahead counts as now, further ahead is refused and the rest goes in', async () => {
    const { at: times, body } = await at([
      { timestamp: later({ hours: 1 }) },
      { timestamp: later({ hours: 1, ms: 1 }) },
      { timestamp: later({ days: 2 }) },
      { timestamp: later({ hours: -1 }) },
    ])
    expect(times).toEqual([start, later({ hours: -1 })])
    expect(body.rejected.map(({ index, code }: Rejection) => [index, code])).toEqual([
      [1, 'in_the_future'],
      [2, 'in_the_future'],
    ])
  })

  test('X12: three years ago is kept as history; times Postgres or people cannot mean are refused', async () => {
    const { at: times, body } = await at([
      { timestamp: '2024-03-01T12:00:00Z' },
      { timestamp: '0001-01-01T00:00:00+02:00' },
      { timestamp: '0000-01-01T00:00:00Z' },
      { timestamp: '2027-02-30T12:00:00Z' },
      { timestamp: 'yesterday' },
      { timestamp: 1_700_000_000 },
    ])
    expect(times).toEqual(['2024-03-01T12:00:00.000Z'])
    expect(body.rejected.map(({ index }: Rejection) => index)).toEqual([1, 2, 3, 4, 5])
  })

  test('keeps events that come out of order in the order they happened', async () => {
    const { at: times } = await at([{ timestamp: later({ hours: -1 }) }, { timestamp: later({ hours: -2 }) }])
    expect(times).toEqual([later({ hours: -1 }), later({ hours: -2 })])
  })

  test.each([
    [
      'a batch',
      (sentAt: string, timestamp: string) => ({
        path: '/v1/batch',
        body: { sentAt, batch: [{ ...opened, timestamp }] },
      }),
    ],
    ['a call', (sentAt: string, timestamp: string) => ({ path: '/v1/track', body: { ...opened, sentAt, timestamp } })],
  ])('corrects a sender’s wrong clock by when %s was sent', async (_, made) => {
    const workspace = await aWorkspace()
    const { path, body } = made('2019-01-01T00:10:00Z', '2019-01-01T00:00:00Z')
    await call(path, { headers: basic(workspace.writeKey), body })
    const [skew] = await sql`select extract(epoch from received_at - occurred_at)::float as seconds from public.events
      where workspace_id = ${workspace.id}`
    expect(skew?.seconds).toBeCloseTo(600, 1)
  })

  test('refuses a correction that leads out of the calendar', async () => {
    const workspace = await aWorkspace()
    const body = { ...opened, timestamp: '0001-01-01T00:00:00Z', sentAt: '9999-12-31T00:00:00Z' }
    const answer = await call('/v1/track', { headers: basic(workspace.writeKey), body })
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalid_call' } } })
  })
})

type Rejection = { index: number; code: string; message: string }
const opened = { type: 'track', userId: 'u1', event: 'Opened', messageId: randomUUID() }
