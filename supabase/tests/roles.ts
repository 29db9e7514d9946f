import type { FullWorkspace } from './aFullWorkspace.ts'
import type { Role } from './aWorkspace.ts'

const ranks: Record<Role | 'anybody', number> = { anybody: 0, viewer: 1, editor: 2, admin: 3, owner: 4 }

export const roles: Role[] = ['viewer', 'editor', 'admin', 'owner']

export const reaches = (role: Role, least: Role | 'anybody') => ranks[role] >= ranks[least]

/** Puts a workspace's values where a statement of the catalogue names them. */
export function fill(statement: string, workspace: FullWorkspace): string {
  const values = {
    workspace: `'${workspace.id}'`,
    member: `'${workspace.colleague.id}'`,
    journey: `'${workspace.journey}'`,
    segment: `'${workspace.segment}'`,
    audience: `'${workspace.audience}'`,
    contact: `${workspace.contact}`,
    token: `'${workspace.token}'`,
  }
  return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`$${name}`, value), statement)
}
