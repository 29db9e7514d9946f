import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { TaskData } from '../../../src/nodes/task/task.ts'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { aServer } from '../_testing/aServer.ts'
import { aWorkspace } from '../_testing/aWorkspace.ts'
import { aContact, later, start, track } from '../_testing/events.ts'
import { mailTo } from '../_testing/mailbox.ts'
import { sql } from '../_testing/stack.ts'
import { deliver, deliveriesOf, numbersOf, stepsOf, tick } from '../_testing/worker.ts'

async function aTask(data: Partial<TaskData>, { locales = ['en'], traits = {} } = {}) {
  const workspace = await aWorkspace({ locales, timeZone: 'Europe/Bucharest' })
  const assignee = `${randomUUID()}@people.example`
  const journey = await aLiveJourney(
    workspace,
    aJourney()
      .trigger('Opened')
      .task({ assignee, ...data })
      .exit(),
  )
  const contact = await aContact(workspace, traits)
  await track(workspace, contact.userId, 'Opened', start, { properties: { total: 40 } })
  await tick(start)
  return { journey, workspace, assignee, ...contact }
}

test('mails what is to be done, by when, and the way to the contact; the contact goes on at once', async () => {
  const { journey, workspace, assignee, email } = await aTask(
    { title: 'Call {{ contact.first_name }}', note: 'Ordered for {{ event.total }}.\nBe kind.', due: 'P2D' },
    { traits: { first_name: 'Ana <b>' } },
  )
  expect((await stepsOf(journey)).map((step) => step.split(' ').slice(1).join(' '))).toEqual([
    'n_1 next',
    'n_2 next',
    'n_3 (exit)',
  ])
  await deliver(later({ hours: 5 }))
  const mail = await mailTo(assignee)
  const [contact] = await sql`select id from public.contacts where workspace_id = ${workspace.id} and email = ${email}`
  const due = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Bucharest', dateStyle: 'full', timeStyle: 'short' })
  expect(mail.subject).toBe(`Call Ana <b> · Due ${due.format(Date.parse(later({ days: 2 })))}`)
  for (const told of [`Something to do for ${email}:`, 'Ordered for 40.\nBe kind.']) expect(mail.text).toContain(told)
  expect(mail.text).toContain(`/w/${workspace.id}/contacts/${contact?.id}`)
  expect(mail.html).toContain('Call Ana &lt;b&gt;')
  expect(mail.html).not.toContain('<b>')
  expect(await deliveriesOf(journey)).toMatchObject([{ status: 'sent', address: assignee }])
  expect(Object.keys(await numbersOf(journey)).filter((key) => key.includes('sent'))).toEqual([])
})

test('tells a system that listens at a web address, signed, and tries again while it is down', async () => {
  const server = await aServer((_, response) => response.writeHead(server.seen.length === 1 ? 503 : 200).end())
  const { journey, workspace, userId, email } = await aTask({
    title: 'Call',
    assignee: `${server.origin}/tasks`,
    due: 'P1D',
  })
  await deliver(start)
  await deliver(later({ minutes: 5 }))
  const [seen] = server.seen
  expect(server.seen).toHaveLength(2)
  expect(JSON.parse(seen?.body ?? '')).toEqual({
    title: 'Call',
    note: '',
    due: later({ days: 1 }),
    contact: { id: userId, email },
    link: expect.stringContaining(`/w/${workspace.id}/contacts/`),
  })
  expect(seen?.headers['webhook-signature']).toMatch(/^v1,/)
  expect(await deliveriesOf(journey)).toMatchObject([{ status: 'sent', address: `POST ${server.origin}/tasks` }])
})

test.each([
  ['ro', 'ltr', 'Deschide contactul'],
  ['ar', 'rtl', 'فتح جهة الاتصال'],
  ['pt', 'ltr', 'Open the contact'],
])('speaks the source language of the workspace: %s', async (locale, dir, button) => {
  const { assignee } = await aTask({ title: 'Call' }, { locales: [locale] })
  await deliver(start)
  const mail = await mailTo(assignee)
  expect(mail.html).toContain(`dir="${dir}"`)
  expect(mail.html).toContain(button)
  expect(mail.subject.startsWith('Call')).toBe(true)
})

test('a title of which nothing is left is not sent, and says so', async () => {
  const { journey } = await aTask({ title: '{{ contact.nothing }}', due: undefined })
  await deliver(start)
  expect(await deliveriesOf(journey)).toMatchObject([{ status: 'failed', because: 'renderFailed' }])
})
