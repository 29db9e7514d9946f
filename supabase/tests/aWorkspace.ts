import { asUser } from './asUser.ts'
import { aUser, type User } from './aUser.ts'
import { sql } from './database.ts'

export type Role = 'viewer' | 'editor' | 'admin' | 'owner'
export type Workspace = { id: string } & Record<Role, User>

/** A workspace of its own with one member of each role. */
export async function aWorkspace(): Promise<Workspace> {
  const [owner, admin, editor, viewer] = await Promise.all([aUser(), aUser(), aUser(), aUser()])
  const id = await asUser(owner.id, async (transaction) => {
    const [made] =
      await transaction`select public.create_workspace('Tenant', 'en', '{en,ro}', 'Europe/Bucharest') as id`
    return String(made?.id)
  })
  await sql`insert into public.members (workspace_id, user_id, role)
    values (${id}, ${admin.id}, 'admin'), (${id}, ${editor.id}, 'editor'), (${id}, ${viewer.id}, 'viewer')`
  return { id, owner, admin, editor, viewer }
}

/** A workspace of its own that nobody looks at: for tests of what the functions do as the database's owner. */
export async function aBareWorkspace(timeZone = 'Europe/Bucharest'): Promise<string> {
  const [made] = await sql`insert into public.workspaces (name, source_locale, time_zone)
    values ('Tenant', 'en', ${timeZone}) returning id`
  return String(made?.id)
}
