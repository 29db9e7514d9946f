import { expect, inject, test } from 'vitest'
import { aPerson } from '../_testing/aPerson.ts'
import { aMember, aWorkspace, type Workspace } from '../_testing/aWorkspace.ts'
import { mailTo } from '../_testing/mailbox.ts'
import { call, sql } from '../_testing/stack.ts'
import { theProviders } from '../_testing/theProviders.ts'

const resend = {
  kind: 'resend',
  name: 'Resend',
  settings: { from: 'hello@teashop.example' },
  secret: { apiKey: 're_very_secret' },
}
const ask = (end: 'save' | 'test', workspace: Workspace, body: object, by = workspace.owner) =>
  call(`/functions/v1/providers/${end}`, { headers: by.headers, body: { workspaceId: workspace.id, ...body } })
const saved = async (workspace: Workspace, body: object = resend) => {
  const { status, body: answer } = await ask('save', workspace, body)
  expect(status).toBe(200)
  return String(answer.id)
}
const read = (workspace: Workspace, select: string, by = workspace.owner) =>
  call(`/rest/v1/providers?workspace_id=eq.${workspace.id}&select=${select}`, { method: 'GET', headers: by.headers })

test('a key can be written and never read: not by the app, not in the database', async () => {
  const workspace = await aWorkspace()
  const id = await saved(workspace)
  expect(await read(workspace, 'id,kind,name,settings,is_default')).toMatchObject({
    body: [{ id, kind: 'resend', name: 'Resend', settings: resend.settings, is_default: false }],
  })
  expect((await read(workspace, 'secret')).status).toBe(403)
  expect((await read(workspace, '*')).status).toBe(403)
  const [row] =
    await sql`select secret, to_jsonb(provider) - 'secret' as rest from public.providers provider where id = ${id}`
  expect(row?.secret.toString('latin1')).not.toContain('re_very_secret')
  expect(JSON.stringify(row?.rest)).not.toContain('re_very_secret')
})

test('a change without the key keeps it', async () => {
  const workspace = await aWorkspace()
  const { seen } = await theProviders(() => ({ status: 200, body: { id: 'one' } }))
  const id = await saved(workspace)
  const { secret: _, ...unchanged } = resend
  expect((await ask('save', workspace, { ...unchanged, id, name: 'Ours' })).status).toBe(200)
  expect(await ask('test', workspace, { id })).toMatchObject({ status: 200, body: { to: workspace.owner.email } })
  expect(seen[0]?.headers.authorization).toBe('Bearer re_very_secret')
  expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({
    to: [workspace.owner.email],
    from: '"Kettle & Leaf" <hello@teashop.example>',
  })
})

test('a test goes to who asks, in their language, and says what the provider says', async () => {
  const workspace = await aWorkspace()
  const { hostname: host, port } = new URL(inject('smtpUrl'))
  const settings = { from: 'hello@teashop.example', host, port: Number(port) }
  const id = await saved(workspace, { kind: 'smtp', name: 'Own', settings })
  expect((await ask('test', workspace, { id, locale: 'ro' })).status).toBe(200)
  expect(await mailTo(workspace.owner.email)).toMatchObject({
    from: expect.stringContaining('hello@teashop.example'),
    subject: expect.stringContaining('Funcționează'),
  })

  await theProviders(() => ({ status: 403, body: { name: 'invalid_api_key', message: 'API key is invalid' } }))
  const other = await saved(workspace)
  expect(await ask('test', workspace, { id: other })).toMatchObject({
    status: 422,
    body: { error: { code: 'not_accepted', details: { said: 'invalid_api_key API key is invalid' } } },
  })
})

test('what does not fit its kind is refused by name of the field', async () => {
  const workspace = await aWorkspace()
  const wrong = { ...resend, settings: { from: 'nobody', host: 'x' }, secret: {} }
  expect(await ask('save', workspace, wrong)).toMatchObject({
    status: 400,
    body: {
      error: { code: 'invalid_input', details: expect.arrayContaining([expect.objectContaining({ path: ['from'] })]) },
    },
  })
  expect(await ask('save', workspace, { ...resend, kind: 'pigeon' })).toMatchObject({
    status: 422,
    body: { error: { code: 'unknown_kind' } },
  })
  expect(await ask('save', workspace, { ...resend, id: crypto.randomUUID() })).toMatchObject({ status: 404 })
  const id = await saved(workspace)
  expect(await ask('save', workspace, { ...resend, id, kind: 'postmark', secret: { serverToken: 'x' } })).toMatchObject(
    { status: 404 },
  )
  expect(await ask('save', await aWorkspace(), { ...resend, id })).toMatchObject({ status: 404 })
})

test('only admins and owners have to do with providers', async () => {
  const workspace = await aWorkspace()
  const id = await saved(workspace)
  for (const role of ['viewer', 'editor'] as const) {
    const member = await aMember(workspace, role)
    expect((await ask('save', workspace, resend, member)).status).toBe(403)
    expect((await ask('test', workspace, { id }, member)).status).toBe(403)
    expect((await read(workspace, 'id', member)).body).toEqual([])
  }
  const stranger = await aPerson()
  expect((await ask('save', workspace, resend, stranger)).status).toBe(404)
  expect((await ask('test', workspace, { id }, stranger)).status).toBe(404)
  expect((await ask('save', workspace, resend, await aMember(workspace, 'admin'))).status).toBe(200)
})
