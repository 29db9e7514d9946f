import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'
import { callFunction } from './callFunction'
import { type Role, role } from './role'
import { workspacesQuery } from './workspaces'

const invitation = z.object({ id: z.uuid(), email: z.string(), role, created_at: z.string(), expires_at: z.string() })
export type Invitation = z.infer<typeof invitation>

/** Those still open; only admins may read them. */
export const invitationsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['invitations', workspaceId],
    queryFn: async () => {
      const { data } = await supabase
        .from('invitations')
        .select('id, email, role, created_at, expires_at')
        .eq('workspace_id', workspaceId)
        .is('accepted_at', null)
        .is('revoked_at', null)
        .order('created_at', { ascending: false })
        .throwOnError()
      return z.array(invitation).parse(data)
    },
  })

/** The link is told once, here: afterwards only the mail has it. */
const invited = z.object({ link: z.string() })

export function useInvite(workspaceId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (asked: { email: string; role: Exclude<Role, 'owner'>; locale: string }) =>
      invited.parse(await callFunction('invite', { workspaceId, ...asked })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: invitationsQuery(workspaceId).queryKey }),
  })
}

export function useRevokeInvitation(workspaceId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => {
      await supabase
        .from('invitations')
        .update({ revoked_at: new Date().toISOString() })
        .match({ workspace_id: workspaceId, id })
        .throwOnError()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: invitationsQuery(workspaceId).queryKey }),
  })
}

const preview = z.object({ workspace_name: z.string(), role })

/** Answers null for every invitation that is not ours to accept; the server does not say why. */
export const invitationPreviewQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: async () => {
      const { data, error } = await supabase.rpc('invitation_preview', { token })
      if (error?.code === 'PT404') return null
      if (error) throw error
      return preview.parse(Array.isArray(data) ? data[0] : data)
    },
    retry: false,
  })

export function useAcceptInvitation() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (token: string) => {
      const { data } = await supabase.rpc('accept_invitation', { token }).throwOnError()
      return z.uuid().parse(data)
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: workspacesQuery.queryKey }),
  })
}
