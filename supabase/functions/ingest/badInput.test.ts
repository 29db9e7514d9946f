import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { aWorkspace, type Workspace } from '../_testing/aWorkspace.ts'
import { basic, send, start } from '../_testing/events.ts'
import { call, secret, sql } from '../_testing/stack.ts'
import { enrollmentsOf } from '../_testing/worker.ts'

type Rejection = { index: number; code: string; message: string }

const opened = (more: Record<string, unknown> = {}) => ({ type: 'track', userId: 'u1', event: 'Opened', ...more })
const reasons = (rejected: Rejection[]) => rejected.map(({ index, code }) => `${index} ${code}`)
const stored = async (workspace: Workspace) =>
  Number((await sql`select count(*) from public.events where workspace_id = ${workspace.id}`)[0]?.count)

describe('a body that is no batch', () => {
  const post = async (body: string, headers: Record<string, string> = {}) => {
    const workspace = await aWorkspace()
    return call('/v1/batch', { headers: { ...basic(workspace.writeKey), ...headers }, body })
  }

  test.each(['', '{', '{"batch": [}', 'batch=1', '\u0000'])('is refused as malformed: %j', async (body) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { error: { code: 'malformed_json' } } })
  })

  test.each(['null', '[]', '"batch"', '{}', '{"batch": {}}', '{"batch": null}'])(
    'is refused as invalid: %s',
    async (body) => {
      expect(await post(body)).toMatchObject({ status: 400, body: { error: { code: 'invalid_input' } } })
    },
  )

  test('is refused beyond 4 MB, before it is read to the end', async () => {
    const answer = await post(JSON.stringify({ batch: [opened({ properties: { x: 'x'.repeat(4_000_000) } })] }))
    expect(answer).toMatchObject({ status: 413, body: { error: { code: 'too_large' } } })
  })

  test('is refused with more than 2,500 calls', async () => {
    const answer = await post(JSON.stringify({ batch: Array.from({ length: 2501 }, () => opened()) }))
    expect(answer).toMatchObject({ status: 413, body: { error: { code: 'too_many_calls' } } })
  })

  test('is fine when it is empty', async () => {
    expect(await post('{"batch": []}')).toMatchObject({ status: 200, body: { accepted: 0 } })
  })
})

describe('a bad call', () => {
  test('is named by its place and reason, and the rest of the batch goes in', async () => {
    const workspace = await aWorkspace()
    const { status, body } = await send(workspace, [
      opened(),
      { type: 'dance', userId: 'u1' },
      { type: 'track', userId: 'u1' },
      { type: 'track', event: 'Opened' },
      { type: 'identify', userId: 'u1', traits: [1] },
      { type: 'alias', userId: 'u1' },
      null,
      'track',
      opened({ userId: '' }),
      opened({ event: 'x'.repeat(256) }),
      opened({ userId: 'x'.repeat(256) }),
      opened(),
    ])
    expect(status).toBe(200)
    expect(body.accepted).toBe(2)
    expect(reasons(body.rejected)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((index) => `${index} invalid_call`))
    expect(body.rejected[2].message).toContain('userId or anonymousId')
    expect(await stored(workspace)).toBe(2)
  })

  test('sent alone, or among nothing but bad ones, answers 400', async () => {
    const workspace = await aWorkspace()
    const headers = { ...basic(workspace.writeKey), ...secret(start) }
    for (const [path, body] of [
      ['/v1/track', { userId: 'u1' }],
      ['/v1/batch', { batch: [{ type: 'dance' }, null] }],
    ] as const)
      expect(await call(path, { headers, body })).toMatchObject({
        status: 400,
        body: { error: { code: 'invalid_call', details: { rejected: expect.any(Array) } } },
      })
  })

  test('X12: 1 MB of properties is refused alone', async () => {
    const workspace = await aWorkspace()
    const { body } = await send(workspace, [opened({ properties: { x: 'x'.repeat(1_000_000) } }), opened()])
    expect([body.accepted, reasons(body.rejected)]).toEqual([1, ['0 too_large']])
  })

  test('is measured in bytes, not in letters', async () => {
    const workspace = await aWorkspace()
    const { body } = await send(workspace, [opened({ properties: { x: 'ș'.repeat(20_000) } }), opened()])
    expect(reasons(body.rejected)).toEqual(['0 too_large'])
  })

  test('with a null character or half a character is refused alone, an escaped backslash is not', async () => {
    const workspace = await aWorkspace()
    const { body } = await send(workspace, [
      opened({ properties: { a: 'x\u0000y' } }),
      opened({ event: '\u0000' }),
      opened({ properties: { '\u0000': 1 } }),
      opened({ properties: { a: '\ud83d' } }),
      opened({ userId: 'u\udc00' }),
      opened({ messageId: 'm\u0000' }),
      opened({ properties: { a: 'the text \\u0000', b: '\\ud83d', c: '🦊' } }),
    ])
    expect(reasons(body.rejected)).toEqual([0, 1, 2, 3, 4, 5].map((index) => `${index} invalid_call`))
    expect(body.accepted).toBe(1)
  })

  test('nested deeper than anybody reads is refused alone', async () => {
    const workspace = await aWorkspace()
    const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`
    const calls = [98, 99, 5000, 15_000].map((levels) =>
      JSON.stringify(opened({ properties: { a: 0 } })).replace('0', nested(levels)),
    )
    const body = `{"batch":[${calls}]}`
    const answer = await call('/v1/batch', { headers: { ...basic(workspace.writeKey), ...secret(start) }, body })
    expect(answer.body.accepted).toBe(1)
    expect(reasons(answer.body.rejected)).toEqual(['1 invalid_call', '2 invalid_call', '3 invalid_call'])
  })
})

describe('an unusable trait', () => {
  test('is kept as a trait, warned of, and leaves the profile alone', async () => {
    const workspace = await aWorkspace()
    const good = { email: 'ana@people.example', locale: 'ro_RO', timezone: 'Europe/Bucharest' }
    const bad = { email: 'not an address', locale: 'klingon!', timezone: 'Mars/Olympus' }
    const { body } = await send(workspace, [
      { type: 'identify', userId: 'u1', traits: good },
      { type: 'identify', userId: 'u1', traits: bad },
    ])
    expect(body.accepted).toBe(2)
    expect(body.warnings.map(({ index, code }: Rejection) => `${index} ${code}`)).toEqual([
      '1 invalid_email',
      '1 invalid_locale',
      '1 invalid_time_zone',
    ])
    const [contact] =
      await sql`select email, locale, time_zone, attributes from public.contacts where workspace_id = ${workspace.id}`
    expect(contact).toEqual({ email: good.email, locale: 'ro-RO', time_zone: 'Europe/Bucharest', attributes: bad })
  })

  test.each([[{ a: 1 }], [['x']], [7], [true], ['x'.repeat(400)], ['a@b\r\nBcc: c@d.example']])(
    'of any kind does no harm: %j',
    async (value) => {
      const workspace = await aWorkspace()
      const traits = { email: value, locale: value, timezone: value }
      const { status, body } = await send(workspace, [{ type: 'identify', userId: 'u1', traits }])
      expect([status, body.accepted]).toEqual([200, 1])
      expect(
        await sql`select email, locale, time_zone from public.contacts where workspace_id = ${workspace.id}`,
      ).toEqual([{ email: null, locale: null, time_zone: null }])
    },
  )

  test('a context of an unexpected shape is ignored', async () => {
    const workspace = await aWorkspace()
    const { body } = await send(workspace, [
      { type: 'identify', userId: 'u1', context: { locale: 7 } },
      opened({ context: 'x' }),
    ])
    expect(body.accepted).toBe(2)
  })
})

describe('the same message', () => {
  test('is stored once, within a batch, in a later one, and in two at the same time', async () => {
    const workspace = await aWorkspace()
    const call = opened({ messageId: randomUUID() })
    expect((await send(workspace, [call, call])).body).toMatchObject({ accepted: 1, duplicates: 1 })
    expect((await send(workspace, [call, opened()])).body).toMatchObject({ accepted: 1, duplicates: 1 })
    const again = opened({ messageId: randomUUID() })
    await Promise.all(Array.from({ length: 6 }, () => send(workspace, [again])))
    expect(await stored(workspace)).toBe(3)
  })

  test('D1, P1: lets its contact in once; the same message id of another workspace is another message', async () => {
    const [workspace, other] = await Promise.all([aWorkspace(), aWorkspace()])
    const journey = await aLiveJourney(workspace, aJourney().trigger('booked', [], 'appointmentId').wait('P1D').exit())
    const call = opened({ event: 'booked', messageId: 'same', properties: { appointmentId: 'a1' } })
    await send(other, [call])
    await send(workspace, [call, call])
    await send(workspace, [call])
    expect(await enrollmentsOf(journey)).toHaveLength(1)
  })
})

test('X12: takes 2,000 events of 500 people in one call', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(workspace, aJourney().trigger('Opened').wait('P1D').exit())
  const batch = Array.from({ length: 2000 }, (_, index) => opened({ userId: `u${index % 500}`, properties: { index } }))
  const { body } = await send(workspace, batch)
  expect(body).toMatchObject({ accepted: 2000, rejected: [] })
  expect(await enrollmentsOf(journey)).toHaveLength(500)
})

test('a key of a trigger may be as long as a property', async () => {
  const workspace = await aWorkspace()
  const journey = await aLiveJourney(workspace, aJourney().trigger('booked', [], 'appointmentId').wait('P1D').exit())
  const long = randomBytes(9000).toString('hex')
  const keys = [`${long}1`, `${long}2`, `${long}1`, 7, true]
  const { status } = await send(
    workspace,
    keys.map((appointmentId) => opened({ event: 'booked', properties: { appointmentId } })),
  )
  expect(status).toBe(200)
  expect(await enrollmentsOf(journey)).toHaveLength(4)
})
