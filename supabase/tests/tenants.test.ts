import { beforeAll, describe, expect, test } from 'vitest'
import { aFullWorkspace, type FullWorkspace } from './aFullWorkspace.ts'
import { asUser } from './asUser.ts'
import { attempt } from './attempt.ts'
import { aUser } from './aUser.ts'
import { type TableRights, tables } from './catalogue.ts'
import { sql } from './database.ts'
import { fill, reaches, roles } from './roles.ts'

const refused = { refused: '42501' }
const nothing = { rows: 0 }
let ours: FullWorkspace
let theirs: FullWorkspace

beforeAll(async () => {
  ours = await aFullWorkspace()
  theirs = await aFullWorkspace()
})

const own = (table: string) => (table === 'workspaces' ? 'id' : 'workspace_id')
const within = (table: string, { id }: FullWorkspace) => `where ${own(table)} = '${id}'`

/** One statement per verb that touches rows of that workspace. */
function statements(table: string, rights: TableRights, workspace: FullWorkspace) {
  const seen = rights.select.columns?.join(', ') ?? '*'
  const changed = rights.update?.columns?.[0] ?? own(table)
  const values =
    rights.sample ?? (table === 'workspaces' ? `(id) values ($workspace)` : '(workspace_id) values ($workspace)')
  return {
    select: `select ${seen} from public.${table} ${within(table, workspace)}`,
    insert: fill(`insert into public.${table} ${values}`, workspace),
    update: `update public.${table} set ${changed} = ${changed} ${within(table, workspace)}`,
    delete: `delete from public.${table} ${within(table, workspace)}`,
  }
}

describe.each(Object.entries(tables))('%s', (table, rights) => {
  const verbs = ['select', 'insert', 'update', 'delete'] as const

  test.each(verbs)('X1: members may %s as far as their role goes', async (verb) => {
    for (const role of roles) {
      const outcome = await attempt(ours[role].id, statements(table, rights, ours)[verb])
      const right = rights[verb]
      if (right && reaches(role, right.by))
        expect(outcome, role).toEqual({ rows: expect.toSatisfy((rows) => rows > 0) })
      else if (right && verb !== 'insert') expect(outcome, role).toEqual(nothing)
      else expect(outcome, role).toMatchObject(refused)
    }
  })

  test.each(verbs)("X1: somebody else's owner may not %s, whether the workspace exists or not", async (verb) => {
    const absent = { ...ours, id: crypto.randomUUID() }
    for (const [stranger, workspace] of [
      [theirs, ours],
      [ours, theirs],
      [theirs, absent],
    ] as const) {
      const outcome = await attempt(stranger.owner.id, statements(table, rights, workspace)[verb])
      expect(outcome).toMatchObject(rights[verb] && verb !== 'insert' ? nothing : refused)
    }
  })

  test.each(verbs)('nobody may %s without signing in', async (verb) => {
    expect(await attempt(null, statements(table, rights, ours)[verb])).toMatchObject(refused)
  })

  test('a column outside the list can be neither read nor changed by the owner', async () => {
    const columns = await sql`select attname::text as name from pg_attribute
      where attrelid = ${`public.${table}`}::regclass and attnum > 0`
    for (const { name } of columns) {
      if (!(rights.select.columns?.includes(name) ?? true))
        expect(await attempt(ours.owner.id, `select ${name} from public.${table}`)).toMatchObject(refused)
      if (!(rights.update && (rights.update.columns?.includes(name) ?? true)))
        expect(await attempt(ours.owner.id, `update public.${table} set ${name} = ${name}`)).toMatchObject(refused)
    }
  })

  test('a member who looks without naming a workspace sees the rows of their own only', async () => {
    const rows = await asUser(theirs.owner.id, (as) =>
      as.unsafe(`select distinct ${own(table)} as id from public.${table}`),
    )
    expect(rows.map((row) => row.id)).toEqual([theirs.id])
  })

  test('a row cannot be moved to another workspace, not even by the owner of both', async () => {
    const both = await aUser()
    await sql`insert into public.members (workspace_id, user_id, role)
      values (${ours.id}, ${both.id}, 'owner'), (${theirs.id}, ${both.id}, 'owner')`
    const move = `update public.${table} set ${own(table)} = '${theirs.id}' ${within(table, ours)}`
    expect(await attempt(both.id, move)).toMatchObject(refused)
    expect(await attempt(ours.owner.id, move)).toMatchObject(refused)
  })
})

test('a workspace in which somebody is a viewer stays read-only to them, whatever they own elsewhere', async () => {
  await sql`insert into public.members (workspace_id, user_id, role) values (${ours.id}, ${theirs.owner.id}, 'viewer')`
  const outcome = await attempt(
    theirs.owner.id,
    `update public.journeys set name = 'Mine' where workspace_id = '${ours.id}'`,
  )
  await sql`delete from public.members where workspace_id = ${ours.id} and user_id = ${theirs.owner.id}`
  expect(outcome).toEqual(nothing)
})

test('somebody who was removed sees nothing any more', async () => {
  const gone = await aUser()
  await sql`insert into public.members (workspace_id, user_id, role) values (${ours.id}, ${gone.id}, 'editor')`
  expect(await attempt(gone.id, 'select * from public.contacts')).toEqual({ rows: 1 })
  await sql`delete from public.members where user_id = ${gone.id}`
  expect(await attempt(gone.id, 'select * from public.contacts')).toEqual(nothing)
})
