import { sql } from './database.ts'
import { HttpError } from './httpError.ts'

/** Refuses whoever is not at least that in the workspace; a stranger cannot tell it from one that does not exist. */
export async function requireRole(
  userId: string | undefined,
  workspaceId: string,
  atLeast: 'viewer' | 'editor' | 'admin',
) {
  const [member] = await sql<{ may: boolean }[]>`
    select role >= ${atLeast}::public.workspace_role as may from public.members
    where workspace_id = ${workspaceId} and user_id = ${userId ?? null}`
  if (!member) throw new HttpError(404, 'no_such_workspace', 'No such workspace.')
  if (!member.may) throw new HttpError(403, 'role_too_low', `This needs the role "${atLeast}" or a higher one.`)
}
