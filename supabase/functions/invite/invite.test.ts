import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPerson, type Person, rpc } from '../_testing/aPerson.ts'
import { aMember, aWorkspace, type Workspace } from '../_testing/aWorkspace.ts'
import { mailsTo, mailTo } from '../_testing/mailbox.ts'
import { call, sql } from '../_testing/stack.ts'

const invite = (workspace: Workspace, by: Person, email: string, more: Record<string, unknown> = {}) =>
  call('/functions/v1/invite', {
    headers: by.headers,
    body: { workspaceId: workspace.id, email, role: 'editor', ...more },
  })

const anAddress = () => `${randomUUID()}@people.example`
const tokenIn = (link: string) => link.slice(link.lastIndexOf('/') + 1)

test.each([
  ['en', 'ltr', 'You are invited to Ceai & Co'],
  ['ro', 'ltr', 'Ai fost invitat în Ceai & Co'],
  ['ar', 'rtl', 'Ceai & Co'],
  ['fr', 'ltr', 'You are invited to Ceai & Co'],
])('an invitation in %s arrives with its link', async (locale, dir, subject) => {
  const workspace = await aWorkspace({ name: 'Ceai & Co' })
  const email = anAddress()
  const { status, body } = await invite(workspace, workspace.owner, email, { locale })
  expect(status).toBe(200)
  const mail = await mailTo(email)
  expect(mail.subject).toContain(subject)
  expect(mail.html).toContain(`dir="${dir}"`)
  expect(mail.html).toContain(`href="${body.link}"`)
  expect(mail.text).toContain(body.link)
})

test('only admins and owners invite; a stranger hears of no workspace', async () => {
  const workspace = await aWorkspace()
  const email = anAddress()
  for (const role of ['viewer', 'editor'] as const)
    expect(await invite(workspace, await aMember(workspace, role), email)).toMatchObject({ status: 403 })
  expect(await invite(workspace, await aPerson(), email)).toMatchObject({
    status: 404,
    body: { error: { code: 'no_such_workspace' } },
  })
  expect(
    (await call('/functions/v1/invite', { body: { workspaceId: workspace.id, email, role: 'editor' } })).status,
  ).toBe(401)
  expect(await mailsTo(email)).toEqual([])
  expect((await invite(workspace, await aMember(workspace, 'admin'), email)).status).toBe(200)
})

test('the invited address accepts, once; nobody else can, even with the link', async () => {
  const workspace = await aWorkspace()
  const email = anAddress()
  const token = tokenIn((await invite(workspace, workspace.owner, email)).body.link)
  expect((await rpc(await aPerson(), 'accept_invitation', { token })).status).toBe(404)
  const invited = await aPerson(email.toUpperCase())
  expect((await rpc(invited, 'invitation_preview', { token })).body).toEqual([
    { workspace_name: 'Kettle & Leaf', role: 'editor' },
  ])
  expect((await rpc(invited, 'accept_invitation', { token })).body).toBe(workspace.id)
  expect((await rpc(invited, 'accept_invitation', { token })).status).toBe(404)
  expect(await sql`select role from public.members where workspace_id = ${workspace.id} and role <> 'owner'`).toEqual([
    { role: 'editor' },
  ])
})

test('a second invitation of an address replaces the first', async () => {
  const workspace = await aWorkspace()
  const email = anAddress()
  const links = [await invite(workspace, workspace.owner, email), await invite(workspace, workspace.owner, email)]
  const [first = '', second = ''] = links.map(({ body }) => tokenIn(body.link))
  const invited = await aPerson(email)
  expect((await rpc(invited, 'accept_invitation', { token: first })).status).toBe(404)
  expect((await rpc(invited, 'accept_invitation', { token: second })).status).toBe(200)
})

test('the database keeps no token', async () => {
  const workspace = await aWorkspace()
  const token = tokenIn((await invite(workspace, workspace.owner, anAddress())).body.link)
  const [row] =
    await sql`select invitation::text as row from public.invitations invitation where workspace_id = ${workspace.id}`
  expect(row?.row).not.toContain(token)
})

test('the name of a workspace adds no header and no markup to the mail', async () => {
  const workspace = await aWorkspace({ name: '<b>Shop</b>\r\nBcc: victim@people.example' })
  const email = anAddress()
  await invite(workspace, workspace.owner, email)
  const mail = await mailTo(email)
  expect(mail.headers.bcc).toBeUndefined()
  expect(mail.html).not.toContain('<b>')
})

test('an address that the mail server refuses is named as the reason, and no invitation stays', async () => {
  const workspace = await aWorkspace()
  expect(await invite(workspace, workspace.owner, `${randomUUID()}@refuse.example`)).toMatchObject({
    status: 422,
    body: { error: { code: 'address_refused' } },
  })
  expect(await invite(workspace, workspace.owner, `${randomUUID()}@defer.example`)).toMatchObject({
    status: 503,
    body: { error: { code: 'mail_unavailable' } },
  })
  expect(
    await sql`select id from public.invitations where workspace_id = ${workspace.id} and revoked_at is null`,
  ).toEqual([])
})

test.each([
  { email: 'nobody' },
  { email: 'a@b.example\r\nBcc: c@d.example' },
  { role: 'owner' },
  { locale: 7 },
  { surprise: 1 },
])('refuses %j', async (more) => {
  const workspace = await aWorkspace()
  expect(await invite(workspace, workspace.owner, anAddress(), more)).toMatchObject({
    status: 400,
    body: { error: { code: 'invalid_input' } },
  })
})
