import { expect, test } from 'vitest'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { aSentMail } from '../_testing/aSentMail.ts'
import { later, track } from '../_testing/events.ts'
import { mailsTo } from '../_testing/mailbox.ts'
import { call, sql } from '../_testing/stack.ts'
import { deliver, numbersOf, tick } from '../_testing/worker.ts'

const consentsOf = async (workspaceId: string) =>
  (await sql`select channel, topic, state, source from public.consents where workspace_id = ${workspaceId}`).map(
    ({ channel, topic, state, source }) => `${channel} ${topic} ${state} ${source}`,
  )

const form = { 'content-type': 'application/x-www-form-urlencoded' }

test.each([
  ['en', 'ltr', 'Unsubscribe'],
  ['ro', 'ltr', 'Dezabon'],
  ['ar', 'rtl', 'الاشتراك'],
])('looking at the page in %s changes nothing, as mail scanners look at every link', async (locale, dir, word) => {
  const { workspace, unsubscribe, email } = await aSentMail({ locale })
  for (const method of ['GET', 'HEAD']) {
    const { status, headers } = await call(unsubscribe, { method })
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  }
  const { text } = await call(unsubscribe, { method: 'GET' })
  expect(text).toContain(`<html lang="${locale}" dir="${dir}">`)
  expect(text).toContain(word)
  expect(text).toContain(email)
  expect(text).toContain('Kettle &amp; Leaf')
  expect(await consentsOf(workspace.id)).toEqual([])
})

test('one click of a mail program unsubscribes, and no message is sent from then on', async () => {
  const { workspace, journey, unsubscribe, userId, email } = await aSentMail()
  const { status } = await call(unsubscribe, { headers: form, body: 'List-Unsubscribe=One-Click' })
  expect(status).toBe(200)
  expect(await consentsOf(workspace.id)).toEqual(['email * unsubscribed oneClick'])
  expect(await numbersOf(journey)).toMatchObject({ 'n_2 unsubscribed': 1 })

  const next = await aLiveJourney(workspace, aJourney().trigger('bought').email('Thanks').exit())
  await track(workspace, userId, 'bought', later({ days: 1 }))
  await tick(later({ days: 1 }))
  await deliver(later({ days: 1 }))
  expect(await numbersOf(next)).toMatchObject({ 'n_2 skipped unsubscribed': 1 })
  expect(await mailsTo(email)).toHaveLength(1)
})

test('one click may come as a multipart form', async () => {
  const { workspace, unsubscribe } = await aSentMail()
  const body = '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
  await call(unsubscribe, { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body })
  expect(await consentsOf(workspace.id)).toEqual(['email * unsubscribed oneClick'])
})

test('the button unsubscribes, the page offers the way back, and that works', async () => {
  const { workspace, journey, unsubscribe } = await aSentMail()
  const done = await call(unsubscribe, { headers: form, body: 'action=unsubscribe' })
  expect(done.text).toContain('value="resubscribe"')
  expect(await consentsOf(workspace.id)).toEqual(['email * unsubscribed link'])
  const undone = await call(unsubscribe, { headers: form, body: 'action=resubscribe' })
  expect(undone.status).toBe(200)
  expect(await consentsOf(workspace.id)).toEqual(['email * subscribed link'])
  await call(unsubscribe, { headers: form, body: 'action=unsubscribe' })
  expect(await numbersOf(journey)).toMatchObject({ 'n_2 unsubscribed': 1 })
})

test('a post without a form, or with something else, unsubscribes too', async () => {
  for (const body of ['', '{', 'action=dance']) {
    const { workspace, unsubscribe } = await aSentMail()
    expect((await call(unsubscribe, { headers: { 'content-type': 'application/json' }, body })).status).toBe(200)
    expect(await consentsOf(workspace.id)).toEqual(['email * unsubscribed link'])
  }
})

test('a link that is not ours is answered politely in the reader’s language, and changes nothing', async () => {
  const { workspace, unsubscribe } = await aSentMail()
  for (const method of ['GET', 'POST']) {
    const { status, text } = await call(`${unsubscribe}x`, { method, headers: { 'accept-language': 'nl,en;q=0.5' } })
    expect(status).toBe(404)
    expect(text).toContain('<html lang="nl"')
  }
  expect(await consentsOf(workspace.id)).toEqual([])
})

test('nothing that a workspace or contact is called becomes markup of the page', async () => {
  const { unsubscribe } = await aSentMail({ name: '<script>alert(1)</script>' })
  const { text, headers } = await call(unsubscribe, { method: 'GET' })
  expect(text).not.toContain('<script>')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
})

test.each([
  ['en', 'Service', 'Save my choices'],
  ['ro', 'Serviciu', 'Salvează alegerile'],
  ['ar', 'خدمة', 'حفظ اختياراتي'],
])('offers every topic by its name in %s, ticked as the contact stands to it', async (locale, name, save) => {
  const { workspace, unsubscribe } = await aSentMail({ locale })
  await sql`update public.topics set by_default = 'unsubscribed' where workspace_id = ${workspace.id} and id = 'service'`
  const { text } = await call(unsubscribe, { method: 'GET' })
  expect(text).toMatch(/value="marketing" checked/)
  expect(text).toMatch(/value="service">/)
  expect(text).toContain(`<bdi>${name}</bdi>`)
  expect(text).toContain(save)
  expect(text).not.toContain('<script')
})

test('a contact who chooses topics keeps those and is written to about nothing else', async () => {
  const { workspace, unsubscribe } = await aSentMail()
  const body = 'action=save&shown=marketing&shown=service&topic=service'
  const { status, text } = await call(unsubscribe, { headers: form, body })
  expect([status, text.includes('Your choices are saved'), text.includes('value="marketing">')]).toEqual([
    200,
    true,
    true,
  ])
  expect(await consentsOf(workspace.id)).toEqual(['email marketing unsubscribed link'])

  await call(unsubscribe, { headers: form, body: 'action=unsubscribe' })
  await call(unsubscribe, { headers: form, body })
  expect((await consentsOf(workspace.id)).sort()).toEqual([
    'email * subscribed link',
    'email marketing unsubscribed link',
  ])
  await call(unsubscribe, { headers: form, body: 'action=save&shown=marketing&shown=service' })
  expect((await consentsOf(workspace.id)).sort()).toEqual([
    'email * subscribed link',
    'email marketing unsubscribed link',
    'email service unsubscribed link',
  ])
})

test('a choice cannot be made of what the page did not show, or of another workspace', async () => {
  const { workspace, unsubscribe } = await aSentMail()
  await call(unsubscribe, { headers: form, body: 'action=save&shown=made-up&topic=made-up&topic=service' })
  expect(await consentsOf(workspace.id)).toEqual([])
})
