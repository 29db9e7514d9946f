import type { Workspace } from '@/data/workspaces'

const STORED_AS = 'perennial.workspace'

export const rememberWorkspace = (workspaceId: string) => localStorage.setItem(STORED_AS, workspaceId)

export function workspaceToOpen(workspaces: Workspace[]) {
  const last = localStorage.getItem(STORED_AS)
  return workspaces.find((workspace) => workspace.id === last) ?? workspaces[0]
}
