import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { afterAll, beforeEach, expect, inject, test } from 'vitest'
import { openMailStore } from './mailStore.ts'

const api = `${inject('url')}/mailbox/api/messages`
const transport = nodemailer.createTransport({ url: inject('smtpUrl'), pool: true })
const folder = mkdtempSync(join(tmpdir(), 'mailbox-'))

afterAll(() => {
  transport.close()
  rmSync(folder, { recursive: true })
})

let to: string
beforeEach(() => {
  to = `${crypto.randomUUID()}@perennial.example`
})

const send = (more: nodemailer.SendMailOptions = {}) =>
  transport.sendMail({
    from: 'Rosa <rosa@perennial.example>',
    to,
    subject: 'Grüße',
    text: 'Hallo',
    html: '<p>Hallo</p>',
    ...more,
  })

const inbox = async (query = `?to=${to}`) => (await fetch(`${api}${query}`)).json()

test('shows a mail as it was sent', async () => {
  await send({ headers: { 'X-Kind': 'greeting' } })
  expect(await inbox()).toMatchObject([
    {
      to: [to],
      from: '"Rosa" <rosa@perennial.example>',
      subject: 'Grüße',
      text: 'Hallo',
      html: '<p>Hallo</p>',
      headers: { 'x-kind': 'greeting' },
    },
  ])
})

test('lists the newest first, at most as many as asked for, for one recipient in any spelling', async () => {
  for (const subject of ['one', 'two', 'three']) await send({ subject })
  await send({ to: 'other@perennial.example' })
  const mails = await inbox(`?to=${to.toUpperCase()}&limit=2`)
  expect(mails.map((mail: { subject: string }) => mail.subject)).toEqual(['three', 'two'])
  expect((await fetch(`${api}?limit=0`)).status).toBe(400)
})

test('never runs a script of a mail, and shows its words as words', async () => {
  await send({ subject: '<script>alert(1)</script>', html: '<script>alert(1)</script>' })
  const [{ id }] = await inbox()
  const page = await (await fetch(`${inject('url')}/mailbox/messages/${id}`)).text()
  expect(page).not.toContain('<script>alert')
  expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"')
  const body = await fetch(`${inject('url')}/mailbox/messages/${id}/html`)
  expect(body.headers.get('content-security-policy')).toMatch(/^sandbox (?!.*allow-scripts).*script-src 'none'/)
})

test('refuses for good and for now where the address says so', async () => {
  await expect(send({ to: 'a@refuse.example' })).rejects.toMatchObject({ responseCode: 550 })
  await expect(send({ to: 'a@defer.example' })).rejects.toMatchObject({ responseCode: 451 })
})

test('tells open pages at once that mail arrived', async () => {
  const events = await fetch(`${inject('url')}/mailbox/events`)
  const reader = events.body?.getReader()
  await reader?.read()
  await send()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: mail\n\n')
  await reader?.cancel()
})

test('keeps the newest over a restart, and forgets all when told to', async () => {
  const mail = { at: new Date().toISOString(), from: 'a@b.example', to: ['c@d.example'], raw: 'Subject: é\r\n\r\n' }
  const first = await openMailStore(folder, 10)
  await Promise.all(Array.from({ length: 35 }, () => first.add(mail)))
  await first.close()

  const second = await openMailStore(folder, 10)
  const ids = () => second.newest({ limit: 100 }).map(({ id }) => id)
  expect(ids()).toEqual([35, 34, 33, 32, 31, 30, 29, 28, 27, 26])
  expect(second.find(30)).toEqual({ ...mail, id: 30 })
  await second.clear()
  await second.add(mail)
  expect(ids()).toEqual([36])
  await second.close()

  const third = await openMailStore(folder, 10)
  expect(third.newest({ limit: 100 })).toHaveLength(1)
  await third.close()
})
