import { expect, test } from 'vitest'
import { asUser, become } from './asUser.ts'
import { refusal } from './attempt.ts'
import { aUser, type User } from './aUser.ts'
import { aWorkspace, type Role } from './aWorkspace.ts'
import { sql } from './database.ts'
import { inTurns } from './inTurns.ts'

async function invite(workspace: string, address: string, role: Role = 'editor'): Promise<string> {
  const [row] = await sql`select private.invite(${workspace}, null, ${address}, ${role}) as token`
  return String(row?.token)
}
const accept = (user: User, token: string) =>
  asUser(user.id, (as) => as`select public.accept_invitation(${token}) as id`)
const preview = (user: User, token: string) =>
  asUser(user.id, (as) => as`select * from public.invitation_preview(${token})`)
const roleOf = async (workspace: string, { id }: User) =>
  (await sql`select role from public.members where workspace_id = ${workspace} and user_id = ${id}`)[0]?.role

test('whoever is invited sees to what, accepts, and is a member', async () => {
  const [workspace, user] = [await aWorkspace(), await aUser()]
  const token = await invite(workspace.id, user.email)
  expect(await preview(user, token)).toEqual([{ workspace_name: 'Tenant', role: 'editor' }])
  expect(await accept(user, token)).toEqual([{ id: workspace.id }])
  expect(await roleOf(workspace.id, user)).toBe('editor')
})

test('upper and lower case of the address make no difference', async () => {
  const [workspace, user] = [await aWorkspace(), await aUser()]
  await accept(user, await invite(workspace.id, user.email.toUpperCase()))
  expect(await roleOf(workspace.id, user)).toBe('editor')
})

const over = 'This invitation is not for your address, was used, or is over'

test('every unusable token is answered alike, and makes nobody a member', async () => {
  const [workspace, user] = [await aWorkspace(), await aUser()]
  const ofSomebodyElse = await invite(workspace.id, 'somebody@else.example')
  const used = await invite(workspace.id, user.email)
  await accept(user, used)
  await sql`delete from public.members where user_id = ${user.id}`
  const expired = await invite(workspace.id, user.email)
  await sql`update public.invitations set expires_at = now() where workspace_id = ${workspace.id} and accepted_at is null
    and email = ${user.email}`
  const replaced = await invite((await aWorkspace()).id, user.email)
  await sql`update public.invitations set revoked_at = now() where email = ${user.email} and expires_at > now()`
  for (const token of [ofSomebodyElse, used, expired, replaced, 'made up', ''])
    for (const ask of [accept, preview])
      expect(await refusal(ask(user, token))).toEqual({ code: 'PT404', message: over })
  expect(await sql`select from public.members where user_id = ${user.id}`).toHaveLength(0)
})

test('an admin revokes an invitation, and it is over', async () => {
  const [workspace, user] = [await aWorkspace(), await aUser()]
  const token = await invite(workspace.id, user.email)
  await asUser(
    workspace.admin.id,
    (as) => as`update public.invitations set revoked_at = now()
    where workspace_id = ${workspace.id} and email = ${user.email}`,
  )
  expect(await refusal(accept(user, token))).toMatchObject({ code: 'PT404' })
})

test('inviting an address again replaces the open invitation', async () => {
  const [workspace, user] = [await aWorkspace(), await aUser()]
  const first = await invite(workspace.id, user.email, 'admin')
  const second = await invite(workspace.id, user.email.toUpperCase(), 'viewer')
  expect(await refusal(accept(user, first))).toMatchObject({ code: 'PT404' })
  await accept(user, second)
  expect(await roleOf(workspace.id, user)).toBe('viewer')
})

test('two invitations of one address at the same time leave one open', async () => {
  const [workspace, user] = [await aWorkspace(), await aUser()]
  const invitation = `select private.invite('${workspace.id}', null, '${user.email}', 'viewer')`
  expect(
    await inTurns(
      (on) => on.unsafe(invitation),
      (on) => on.unsafe(invitation),
    ),
  ).toEqual(['done', 'waited'])
  expect(
    await sql`select from public.invitations where workspace_id = ${workspace.id} and revoked_at is null`,
  ).toHaveLength(1)
})

test('an invitation that is revoked while it is being accepted lets nobody in', async () => {
  const [workspace, user] = [await aWorkspace(), await aUser()]
  const token = await invite(workspace.id, user.email)
  const [, accepted] = await inTurns(
    (on) => on`update public.invitations set revoked_at = now() where workspace_id = ${workspace.id}`,
    async (on) => {
      await become(on, user.id)
      await on`select public.accept_invitation(${token})`
    },
  )
  expect(accepted).toBe('PT404')
  expect(await roleOf(workspace.id, user)).toBeUndefined()
})

test('a member who accepts keeps the higher role', async () => {
  const workspace = await aWorkspace()
  await accept(workspace.admin, await invite(workspace.id, workspace.admin.email, 'viewer'))
  await accept(workspace.viewer, await invite(workspace.id, workspace.viewer.email, 'editor'))
  expect(await roleOf(workspace.id, workspace.admin)).toBe('admin')
  expect(await roleOf(workspace.id, workspace.viewer)).toBe('editor')
})

test('nobody is invited as owner, or without a usable address', async () => {
  const workspace = await aWorkspace()
  expect(await refusal(invite(workspace.id, 'new@people.example', 'owner'))).toMatchObject({ code: '23514' })
  expect(await refusal(invite(workspace.id, 'nobody'))).toMatchObject({ code: '23514' })
})

test('the token is stored nowhere, only its hash', async () => {
  const workspace = await aWorkspace()
  const token = await invite(workspace.id, 'new@people.example')
  const [row] =
    await sql`select to_jsonb(invitation)::text as text, token_hash = sha256(${token}::text::bytea) as matches
    from public.invitations invitation where workspace_id = ${workspace.id}`
  expect(row?.text).not.toContain(token)
  expect(row?.matches).toBe(true)
  expect(token).toMatch(/^[0-9a-f]{64}$/)
})
