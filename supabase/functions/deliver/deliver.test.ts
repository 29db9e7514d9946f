import { expect, test } from 'vitest'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { aWorkspace } from '../_testing/aWorkspace.ts'
import { aContact, later, send, start, track } from '../_testing/events.ts'
import { linksIn, mailsTo, mailTo } from '../_testing/mailbox.ts'
import { sql } from '../_testing/stack.ts'
import { deliver, deliveriesOf, numbersOf, tick } from '../_testing/worker.ts'

const text = (subject: string, body = `${subject}.`) => ({ subject, preheader: '', body })
const allLanguages = {
  en: text('Hello {{ contact.first_name }}'),
  ro: text('Bună, {{ contact.first_name }}'),
  ar: text('مرحباً {{ contact.first_name }}'),
}
const isoUtc = (at: string) => new Date(at).toISOString()

/** A message is queued for one contact with these traits, due at the start. */
async function aQueuedMessage({
  traits = {},
  content = allLanguages,
  workspace = {},
}: {
  traits?: Record<string, unknown>
  content?: Parameters<ReturnType<typeof aJourney>['email']>[1]
  workspace?: Parameters<typeof aWorkspace>[0]
} = {}) {
  const tenant = await aWorkspace(workspace)
  const journey = await aLiveJourney(tenant, aJourney().trigger('Opened').email('Hello', content).exit())
  const contact = await aContact(tenant, traits)
  await track(tenant, contact.userId, 'Opened', start, { properties: { total: 12.5 } })
  await tick(start)
  return { journey, ...contact }
}

test.each([
  ['ro', 'ro', 'exact', 'Bună, Ana'],
  ['ro-MD', 'ro', 'parent', 'Bună, Ana'],
  ['fr-CA', 'en', 'source', 'Hello Ana'],
  [undefined, 'en', 'source', 'Hello Ana'],
])('X5: for a contact of locale %s sends %s and records why', async (locale, sent, because, subject) => {
  const { journey, email } = await aQueuedMessage({ traits: { first_name: 'Ana', locale } })
  await deliver(start)
  expect(await deliveriesOf(journey)).toEqual([
    expect.objectContaining({ status: 'sent', locale: sent, locale_because: because, address: email, attempts: 1 }),
  ])
  const mail = await mailTo(email)
  expect(mail.subject).toBe(subject)
  expect(mail.html).toContain(`<html lang="${sent}" dir="ltr"`)
  expect(isoUtc(mail.date)).toBe(start)
})

test('X6: an Arabic mail is right to left, with the Latin name kept apart', async () => {
  const { email } = await aQueuedMessage({ traits: { first_name: 'Ana', locale: 'ar' } })
  await deliver(start)
  const mail = await mailTo(email)
  expect(mail.html).toContain('<html lang="ar" dir="rtl"')
  expect(mail.subject).toContain('\u2068Ana\u2069')
})

test('sends one mail at the time it was due, from the workspace, with the footer’s way out in one click', async () => {
  const { journey, email } = await aQueuedMessage({ workspace: { name: 'Ceai & Co „Ș”' } })
  await deliver(later({ minutes: 5 }))
  await deliver(later({ minutes: 6 }))
  const mail = await mailTo(email)
  const [unsubscribe] = linksIn(mail, 'unsubscribe')
  expect(mail.from).toContain('Ceai & Co „Ș”')
  expect(mail.headers['list-unsubscribe']).toMatch(new RegExp(`^<http.*${unsubscribe}>$`))
  expect(mail.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
  expect(mail.text).toContain(unsubscribe)
  expect((await deliveriesOf(journey))[0]?.sent_at.toISOString()).toBe(later({ minutes: 5 }))
  expect(await numbersOf(journey)).toMatchObject({ 'n_2 sent': 1 })
})

test('reads what the contact is when it is sent, and the event that let them in', async () => {
  const content = { en: text('{{ contact.first_name }}: {{ event.total | money: "EUR" }}') }
  const { journey, userId, email } = await aQueuedMessage({ traits: { first_name: 'Ana' }, content })
  await send(journey.workspace, [{ type: 'identify', userId, traits: { first_name: 'Ana Maria' } }])
  await deliver(start)
  expect((await mailTo(email)).subject).toBe('Ana Maria: €12.50')
})

test.each([
  [
    'has unsubscribed',
    'unsubscribed',
    `insert into public.consents (workspace_id, contact_id, channel, topic, state, source)
    select workspace_id, id, 'email', '*', 'unsubscribed', 'member' from public.contacts where workspace_id = $1`,
  ],
  [
    'has unsubscribed from the topic',
    'unsubscribed',
    `insert into public.consents (workspace_id, contact_id, channel, topic, state, source)
    select workspace_id, id, 'email', 'marketing', 'unsubscribed', 'member' from public.contacts where workspace_id = $1`,
  ],
  [
    'is asked to confirm first',
    'pendingOptIn',
    `insert into public.consents (workspace_id, contact_id, channel, topic, state, source)
    select workspace_id, id, 'email', 'marketing', 'pending', 'member' from public.contacts where workspace_id = $1`,
  ],
  [
    'never asked for the topic',
    'notSubscribed',
    `update public.topics set by_default = 'unsubscribed' where workspace_id = $1`,
  ],
  ['has no address', 'noAddress', 'update public.contacts set email = null where workspace_id = $1'],
  [
    'has an address that is blocked',
    'suppressed',
    `insert into public.suppressions (workspace_id, channel, address)
    select workspace_id, 'email', lower(email) from public.contacts where workspace_id = $1`,
  ],
])('skips a contact who %s, and says so', async (_, because, change) => {
  const { journey, email } = await aQueuedMessage()
  await sql.unsafe(change, [journey.workspace.id])
  await deliver(start)
  expect(await deliveriesOf(journey)).toEqual([expect.objectContaining({ status: 'skipped', because, sent_at: null })])
  expect(await numbersOf(journey)).toMatchObject({ [`n_2 skipped ${because}`]: 1, 'n_2 left next': 1 })
  expect(await mailsTo(email)).toEqual([])
})

test('skips a contact for whom there is no text, not even in the source language', async () => {
  const { journey, email } = await aQueuedMessage({ traits: { locale: 'uz' } })
  await sql`update public.workspaces set source_locale = 'fi' where id = ${journey.workspace.id}`
  await deliver(start)
  expect(await deliveriesOf(journey)).toEqual([expect.objectContaining({ status: 'skipped', because: 'noText' })])
  expect(await mailsTo(email)).toEqual([])
})

test('does not send a mail of which nothing is left for this contact', async () => {
  const content = { en: text('{{ contact.first_name }}', 'Hello') }
  const { journey, email } = await aQueuedMessage({ content })
  await deliver(start)
  expect(await deliveriesOf(journey)).toEqual([
    expect.objectContaining({ status: 'failed', because: 'renderFailed', last_error: 'unitEmpty' }),
  ])
  expect(await mailsTo(email)).toEqual([])
})

test('a name, a subject and a workspace cannot add a header or a recipient', async () => {
  const evil = 'Ana\r\nBcc: victim@people.example\r\n\r\n<b>'
  const { email } = await aQueuedMessage({
    traits: { first_name: evil },
    content: {
      en: text('Hello {{ contact.first_name }} {{ "x\r\nCc: victim@people.example" }}', 'Hi {{ contact.first_name }}'),
    },
    workspace: { name: `Shop\r\nBcc: victim@people.example` },
  })
  await deliver(start)
  const mail = await mailTo(email)
  expect([mail.to, mail.headers.bcc, mail.headers.cc]).toEqual([[email], undefined, undefined])
  expect(mail.html).not.toContain('<b>')
  expect(await mailsTo('victim@people.example')).toEqual([])
})
