import { aPerson, type Person, rpc } from './aPerson.ts'
import { sql } from './stack.ts'

export type Workspace = { id: string; owner: Person; writeKey: string }

/** A workspace of its own, made the way the app does it, with the write key it starts with. */
export async function aWorkspace({
  name = 'Kettle & Leaf',
  locales = ['en', 'ro', 'ar'],
  timeZone = 'Europe/Bucharest',
} = {}): Promise<Workspace> {
  const owner = await aPerson()
  const source_locale = locales[0]
  const { body: id } = await rpc(owner, 'create_workspace', { name, source_locale, locales, time_zone: timeZone })
  const [key] = await sql`select key from public.write_keys where workspace_id = ${id}`
  return { id, owner, writeKey: key?.key }
}

/** A person with a role in the workspace. */
export async function aMember(workspace: Workspace, role: 'viewer' | 'editor' | 'admin'): Promise<Person> {
  const person = await aPerson()
  await sql`insert into public.members (workspace_id, user_id, role)
    select ${workspace.id}, id, ${role}::public.workspace_role from auth.users where email = ${person.email}`
  return person
}
