import type { QueryClient } from '@tanstack/react-query'
import { notFound, redirect } from '@tanstack/react-router'
import { sessionQuery } from '@/data/session'
import { workspacesQuery } from '@/data/workspaces'
import { rememberWorkspace, workspaceToOpen } from './lastWorkspace'

type Here = { context: { queryClient: QueryClient }; location: { href: string } }

/** Sends a stranger to the sign-in page, which brings them back here afterwards. */
export async function demandSession({ context, location }: Here) {
  const session = await context.queryClient.ensureQueryData(sessionQuery)
  if (!session) throw redirect({ to: '/sign-in', search: { next: location.href } })
}

export async function leaveWhenSignedIn({ context, search }: Pick<Here, 'context'> & { search: { next?: string } }) {
  const session = await context.queryClient.ensureQueryData(sessionQuery)
  if (session) throw redirect({ href: search.next ?? '/' })
}

export async function openWorkspace({ context }: Pick<Here, 'context'>) {
  const workspace = workspaceToOpen(await context.queryClient.ensureQueryData(workspacesQuery))
  if (!workspace) throw redirect({ to: '/start' })
  throw redirect({ to: '/w/$workspaceId/journeys', params: { workspaceId: workspace.id } })
}

/** A workspace that does not exist and one that is not ours look the same. */
export async function demandMembership({
  context,
  params,
}: Pick<Here, 'context'> & { params: { workspaceId: string } }) {
  const workspaces = await context.queryClient.ensureQueryData(workspacesQuery)
  if (!workspaces.some((workspace) => workspace.id === params.workspaceId)) throw notFound()
  rememberWorkspace(params.workspaceId)
}
