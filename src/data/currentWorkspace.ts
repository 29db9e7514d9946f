import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isAtLeast, type Role } from './role'
import { workspacesQuery } from './workspaces'

export function useWorkspaceId(): string {
  const { workspaceId } = useParams({ strict: false })
  if (!workspaceId) throw new Error('Used outside a workspace')
  return workspaceId
}

/** Loaded by the route before any page in it is shown, so it is always there. */
export function useWorkspace() {
  const workspaceId = useWorkspaceId()
  const { data } = useSuspenseQuery(workspacesQuery)
  const workspace = data.find((each) => each.id === workspaceId)
  if (!workspace) throw new Error('Used outside a workspace')
  return workspace
}

/** Why the reader may not do what needs this role, or null when they may. Give it to a button as `disabledReason`. */
export function useRefusal(needed: Exclude<Role, 'viewer'>): string | null {
  const { t } = useTranslation('app')
  const { role } = useWorkspace()
  return isAtLeast(role, needed) ? null : t(`refusal.${needed}`, { role: t(`role.${role}`) })
}
