import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { asUser } from './asUser.ts'
import { refusal } from './attempt.ts'
import { aUser, type User } from './aUser.ts'
import { aWorkspace, type Role, type Workspace } from './aWorkspace.ts'
import { sql } from './database.ts'
import { inTurns } from './inTurns.ts'

const changeRole = (by: User, workspace: Workspace, member: User, role: Role) =>
  asUser(by.id, (as) => as`select public.change_role(${workspace.id}, ${member.id}, ${role})`)
const remove = (by: User, workspace: Workspace, member: User) =>
  asUser(by.id, (as) => as`select public.remove_member(${workspace.id}, ${member.id})`)
const roleOf = async (workspace: Workspace, member: User) =>
  (await sql`select role from public.members where workspace_id = ${workspace.id} and user_id = ${member.id}`)[0]?.role

async function withTwoOwners() {
  const workspace = await aWorkspace()
  await changeRole(workspace.owner, workspace, workspace.admin, 'owner')
  return { workspace, first: workspace.owner, second: workspace.admin }
}

test('whoever makes a workspace owns it, with its locales in order and a first write key', async () => {
  const user = await aUser()
  const [made] = await asUser(
    user.id,
    (as) => as`
    select public.create_workspace('Spring', 'ro', '{en,ro,en}', 'Europe/Bucharest') as id`,
  )
  expect(await sql`select user_id, role from public.members where workspace_id = ${made?.id}`).toEqual([
    { user_id: user.id, role: 'owner' },
  ])
  const locales =
    await sql`select locale from public.workspace_locales where workspace_id = ${made?.id} order by position`
  expect(locales.map((row) => row.locale)).toEqual(['en', 'ro'])
  expect(await sql`select name from public.write_keys where workspace_id = ${made?.id}`).toEqual([{ name: 'Default' }])
})

test.each([
  ['an unknown time zone', ['Spring', 'en', '{en}', 'Europe/Nowhere'], 'PT400'],
  ['no time zone', ['Spring', 'en', '{en}', null], 'PT400'],
  ['a source locale it does not list', ['Spring', 'en', '{ro}', 'UTC'], 'PT400'],
  ['no locales at all', ['Spring', 'en', null, 'UTC'], 'PT400'],
  ['a blank name', ['  ', 'en', '{en}', 'UTC'], '23514'],
] as const)('a workspace is not made with %s', async (_, [name, source, locales, zone], code) => {
  const user = await aUser()
  const made = asUser(
    user.id,
    (as) => as`select public.create_workspace(${name}, ${source}, ${locales}::text[], ${zone})`,
  )
  expect(await refusal(made)).toMatchObject({ code })
  expect(await sql`select from public.members where user_id = ${user.id}`).toHaveLength(0)
})

test('the members are listed with their addresses, the oldest first', async () => {
  const workspace = await aWorkspace()
  const rows = await asUser(
    workspace.viewer.id,
    (as) => as`select email, role from public.workspace_people(${workspace.id})`,
  )
  expect(rows).toHaveLength(4)
  expect(rows[0]).toEqual({ email: workspace.owner.email, role: 'owner' })
})

test('an admin changes roles up to their own', async () => {
  const workspace = await aWorkspace()
  await changeRole(workspace.admin, workspace, workspace.viewer, 'editor')
  await changeRole(workspace.admin, workspace, workspace.editor, 'admin')
  expect(await roleOf(workspace, workspace.viewer)).toBe('editor')
  expect(await roleOf(workspace, workspace.editor)).toBe('admin')
})

test('an admin makes nobody owner, not even themselves, and unmakes none', async () => {
  const workspace = await aWorkspace()
  const { admin, owner, viewer } = workspace
  expect(await refusal(changeRole(admin, workspace, viewer, 'owner'))).toMatchObject({ code: 'PT403' })
  expect(await refusal(changeRole(admin, workspace, admin, 'owner'))).toMatchObject({ code: 'PT403' })
  expect(await refusal(changeRole(admin, workspace, owner, 'viewer'))).toMatchObject({ code: 'PT403' })
  expect(await refusal(remove(admin, workspace, owner))).toMatchObject({ code: 'PT403' })
  expect(await roleOf(workspace, owner)).toBe('owner')
})

test('an owner hands the workspace on and then leaves', async () => {
  const { workspace, first, second } = await withTwoOwners()
  await remove(first, workspace, first)
  expect(await roleOf(workspace, first)).toBeUndefined()
  expect(await roleOf(workspace, second)).toBe('owner')
})

test('anybody leaves by themselves, and removes nobody else below admin', async () => {
  const workspace = await aWorkspace()
  expect(await refusal(remove(workspace.editor, workspace, workspace.viewer))).toMatchObject({ code: 'PT403' })
  await remove(workspace.viewer, workspace, workspace.viewer)
  expect(await roleOf(workspace, workspace.viewer)).toBeUndefined()
})

test('the last owner can neither leave nor step down', async () => {
  const workspace = await aWorkspace()
  expect(await refusal(remove(workspace.owner, workspace, workspace.owner))).toMatchObject({ code: 'PT409' })
  expect(await refusal(changeRole(workspace.owner, workspace, workspace.owner, 'admin'))).toMatchObject({
    code: 'PT409',
  })
  expect(await roleOf(workspace, workspace.owner)).toBe('owner')
})

test('the account of the last owner cannot be deleted', async () => {
  const workspace = await aWorkspace()
  expect(await refusal(sql`delete from auth.users where id = ${workspace.owner.id}`)).toMatchObject({ code: 'PT409' })
})

test('of two owners who leave at the same time one stays', async () => {
  const { workspace, first, second } = await withTwoOwners()
  const [one, other] = await inTurns(
    (as) => as`delete from public.members where workspace_id = ${workspace.id} and user_id = ${first.id}`,
    (as) => as`delete from public.members where workspace_id = ${workspace.id} and user_id = ${second.id}`,
  )
  expect(one).toBe('done')
  expect(other).toBe('PT409')
  expect(await roleOf(workspace, second)).toBe('owner')
})

test('of two owners who make each other viewer at the same time one stays owner', async () => {
  const { workspace, first, second } = await withTwoOwners()
  const demote = (user: User) => `update public.members set role = 'viewer'
    where workspace_id = '${workspace.id}' and user_id = '${user.id}'`
  expect(
    await inTurns(
      (as) => as.unsafe(demote(first)),
      (as) => as.unsafe(demote(second)),
    ),
  ).toEqual(['done', 'PT409'])
})

test('a member who does not exist is not found, and changes nothing', async () => {
  const workspace = await aWorkspace()
  const nobody = { id: randomUUID(), email: '' }
  expect(await refusal(changeRole(workspace.owner, workspace, nobody, 'viewer'))).toMatchObject({ code: 'PT404' })
  expect(await refusal(remove(workspace.owner, workspace, nobody))).toMatchObject({ code: 'PT404' })
})
