import { expect, test } from 'vitest'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { rpc } from '../_testing/aPerson.ts'
import { aWorkspace } from '../_testing/aWorkspace.ts'
import { aContact, later, start, track } from '../_testing/events.ts'
import { linksIn, mailsTo, mailTo } from '../_testing/mailbox.ts'
import { call, sql } from '../_testing/stack.ts'
import { deliver, numbersOf, tick } from '../_testing/worker.ts'

const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** A workspace with a newsletter that must be confirmed, and a contact whom a member subscribed to it. */
async function anAskedContact({ locale = 'en', email = undefined as string | undefined } = {}) {
  const workspace = await aWorkspace({ name: 'Kettle & <Leaf>' })
  await sql`insert into public.topics (workspace_id, id, name, translations, by_default, double_opt_in)
    values (${workspace.id}, 'news', 'Tea news', '{"ro": "Noutăți despre ceai"}', 'unsubscribed', true)`
  const contact = await aContact(workspace, { locale, ...(email && { email }) })
  const [row] =
    await sql`select id from public.contacts where workspace_id = ${workspace.id} and external_id = ${contact.userId}`
  const said = { workspace: workspace.id, contact: Number(row?.id), channel: 'email', topic: 'news' }
  const subscribe = () => rpc(workspace.owner, 'set_consent', { ...said, subscribed: true })
  await subscribe()
  const stands = async () =>
    (await sql`select private.subscription(${workspace.id}, ${said.contact}, 'email', 'news') as state`)[0]?.state
  return { workspace, ...contact, id: said.contact, subscribe, stands }
}

const now = () => new Date().toISOString()
const confirmationOf = async (email: string) => {
  const mail = await mailTo(email)
  const [link = ''] = linksIn(mail, 'confirm')
  return { mail, link }
}

test('double opt-in: nothing is sent before the link of the mail is confirmed, everything after', async () => {
  const { workspace, userId, email, stands } = await anAskedContact()
  const journey = await aLiveJourney(
    workspace,
    aJourney()
      .trigger('Opened')
      .message({ topic: 'news' })
      .exit()
      .with({ reentry: { allow: 'always' } }),
  )
  await track(workspace, userId, 'Opened', start)
  await tick(start)
  expect(await numbersOf(journey)).toMatchObject({ 'n_2 skipped pendingOptIn': 1 })
  await deliver(start)
  await deliver(later({ minutes: 5 }))

  const { mail, link } = await confirmationOf(email)
  expect([mail.subject, mail.to]).toEqual(['Please confirm: Tea news from Kettle & <Leaf>', [email]])
  expect(mail.html).not.toContain('<Leaf>')
  expect((await call(link, { method: 'GET' })).text).toContain('Confirm your subscription')
  expect(await stands()).toBe('pending')
  const { status, text } = await call(link, { headers: form, body: '' })
  expect([status, text.includes('Your subscription is confirmed')]).toEqual([200, true])
  expect(await stands()).toBe('subscribed')
  expect((await call(link, { headers: form, body: '' })).status).toBe(200)

  await track(workspace, userId, 'Opened', later({ days: 1 }))
  await tick(later({ days: 1 }))
  await deliver(later({ days: 1 }))
  expect(await numbersOf(journey)).toMatchObject({ 'n_2 sent': 1 })
  const heard =
    await sql`select properties from public.events where workspace_id = ${workspace.id} and name = '$subscribed'`
  expect(heard.map(({ properties }) => properties)).toEqual([{ channel: 'email', topic: 'news' }])
})

test.each([
  ['ro', 'ltr', 'Te rugăm să confirmi: Noutăți despre ceai de la Kettle & <Leaf>', 'Confirmă abonarea'],
  ['ar', 'rtl', 'يُرجى التأكيد: Tea news من Kettle & <Leaf>', 'تأكيد اشتراكك'],
  ['de', 'ltr', 'Please confirm: Tea news from Kettle & <Leaf>', 'Confirm your subscription'],
])('speaks to a contact of locale %s in their language, %s', async (locale, dir, subject, title) => {
  const { email } = await anAskedContact({ locale })
  await deliver(start)
  const { mail, link } = await confirmationOf(email)
  expect(mail.subject).toBe(subject)
  expect(mail.html).toContain(`dir="${dir}"`)
  const { text } = await call(link, { method: 'GET' })
  expect(text).toContain(`dir="${dir}"`)
  expect(text).toContain(title)
})

test('a step of a journey that subscribes asks for confirmation as well', async () => {
  const { workspace } = await anAskedContact()
  const drawn = aJourney().trigger('Asked').update({ do: 'subscribe', channel: 'email', topic: 'news' }).exit()
  await aLiveJourney(workspace, drawn)
  const other = await aContact(workspace)
  await track(workspace, other.userId, 'Asked', start)
  await tick(start)
  await deliver(start)
  expect((await confirmationOf(other.email)).mail.subject).toContain('Please confirm')
})

test('asking again asks by mail again only the next day', async () => {
  const { email, subscribe } = await anAskedContact()
  await deliver(now())
  await subscribe()
  await deliver(now())
  expect(await mailsTo(email)).toHaveLength(1)
  await sql`update private.confirmations set sent_at = sent_at - interval '25 hours'`
  await subscribe()
  await deliver(now())
  expect(await mailsTo(email)).toHaveLength(2)
})

test('an address that refuses the mail is blocked', async () => {
  const { workspace, email } = await anAskedContact({ email: `${crypto.randomUUID()}@refuse.example` })
  await deliver(start)
  expect(await sql`select address, because from public.suppressions where workspace_id = ${workspace.id}`).toEqual([
    { address: email, because: 'hardBounce' },
  ])
})

test('a link that was made up, or that the contact has overtaken, confirms nothing and says so in their language', async () => {
  const { workspace, id, email, stands } = await anAskedContact({ locale: 'ro' })
  await deliver(start)
  const { link } = await confirmationOf(email)
  for (const method of ['GET', 'POST']) {
    const { status, text } = await call(`${link}x`, { method, headers: { 'accept-language': 'nl' } })
    expect([status, text.includes('<html lang="nl"')]).toEqual([404, true])
  }
  await rpc(workspace.owner, 'set_consent', {
    workspace: workspace.id,
    contact: id,
    channel: 'email',
    topic: 'news',
    subscribed: false,
  })
  expect((await call(link, { headers: form, body: '' })).status).toBe(404)
  expect(await stands()).toBe('unsubscribed')
})
