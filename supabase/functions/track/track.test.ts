import { expect, test } from 'vitest'
import { aSentMail } from '../_testing/aSentMail.ts'
import { call, sql } from '../_testing/stack.ts'
import { deliveriesOf, numbersOf } from '../_testing/worker.ts'

const get = (path: string) => call(path, { method: 'GET' })

const logOf = async (workspaceId: string) =>
  (
    await sql`select kind, detail from public.delivery_log where workspace_id = ${workspaceId} and kind in ('opened', 'clicked') order by id`
  ).map(({ kind, detail }) => `${kind} ${detail}`.trim())

test('the pixel is a picture that nobody caches, and counts an open once however often it is fetched', async () => {
  const { journey, open } = await aSentMail()
  const answers = [await get(open), await get(open)]
  for (const { status, headers } of answers) {
    expect(status).toBe(200)
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual(['image/gif', 'no-store'])
  }
  expect(await numbersOf(journey)).toMatchObject({ 'n_2 opened': 1 })
  expect(await logOf(journey.workspace.id)).toEqual(['opened', 'opened'])
})

test('a link counts a click once, logs every one, and leads on to the address as it was written', async () => {
  const { journey, click } = await aSentMail()
  const address = 'https://shop.example/tea?a=1&b=ceai-%C8%99'
  for (const { status, headers } of [await get(click), await get(click)])
    expect([status, headers.get('location'), headers.get('cache-control')]).toEqual([302, address, 'no-store'])
  expect(await logOf(journey.workspace.id)).toEqual([`clicked ${address}`, `clicked ${address}`])
})

test('a click without a picture implies the open and the delivery', async () => {
  const { journey, click } = await aSentMail()
  await get(click)
  expect(await numbersOf(journey)).toMatchObject({ 'n_2 delivered': 1, 'n_2 opened': 1, 'n_2 clicked': 1 })
  const [delivery] = await deliveriesOf(journey)
  expect(delivery).toMatchObject({
    delivered_at: expect.any(Date),
    opened_at: expect.any(Date),
    clicked_at: expect.any(Date),
  })
})

test('a link that was made up or altered leads nowhere and counts nothing', async () => {
  const { journey, open, click } = await aSentMail()
  const [path = '', token = ''] = [click.slice(0, click.lastIndexOf('/')), click.slice(click.lastIndexOf('/') + 1)]
  const [payload = '', signature = ''] = token.split('.')
  const evil = Buffer.from(
    JSON.stringify({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()), u: 'https://evil.example' }),
  )
  const forged = [
    `${path}/${evil.toString('base64url')}.${signature}`,
    `${path}/${evil.toString('base64url')}.${'A'.repeat(32)}`,
    `${path}/${evil.toString('base64url')}.`,
    `${path}/${payload}.${signature.slice(0, -1)}`,
    `${path}/${payload}`,
    `${path}/.`,
    path,
    click.replace('/c/', '/x/'),
    // A pixel's token carries no address to lead on to.
    open.replace('/o/', '/c/'),
  ]
  for (const address of forged) {
    const { status, headers } = await get(address)
    expect([address, status, headers.get('location')]).toEqual([address, 404, null])
  }
  expect(await logOf(journey.workspace.id)).toEqual([])
})

test('a mail scanner that asks for the head only is answered and not counted', async () => {
  const { journey, open, click } = await aSentMail()
  expect((await call(open, { method: 'HEAD' })).status).toBe(200)
  expect((await call(click, { method: 'HEAD' })).status).toBe(302)
  expect(await logOf(journey.workspace.id)).toEqual([])
})

test('a link of a workspace that is gone still leads on', async () => {
  const { workspace, click } = await aSentMail()
  await sql`delete from public.workspaces where id = ${workspace.id}`
  expect((await get(click)).status).toBe(302)
})
