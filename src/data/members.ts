import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'
import { type Role, role } from './role'
import { workspacesQuery } from './workspaces'

const person = z.object({ user_id: z.uuid(), email: z.string(), role, created_at: z.string() })
export type Person = z.infer<typeof person>

export const peopleQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['people', workspaceId],
    queryFn: async () => {
      const { data } = await supabase.rpc('workspace_people', { workspace: workspaceId }).throwOnError()
      return z.array(person).parse(data)
    },
  })

export function useChangeRole(workspaceId: string) {
  const refresh = useRefreshPeople(workspaceId)
  return useMutation({
    mutationFn: async ({ userId, newRole }: { userId: string; newRole: Role }) => {
      await supabase.rpc('change_role', { workspace: workspaceId, member: userId, new_role: newRole }).throwOnError()
    },
    onSettled: refresh,
  })
}

export function useRemoveMember(workspaceId: string) {
  const refresh = useRefreshPeople(workspaceId)
  return useMutation({
    mutationFn: async (userId: string) => {
      await supabase.rpc('remove_member', { workspace: workspaceId, member: userId }).throwOnError()
    },
    onSettled: refresh,
  })
}

/** One's own role may have been the one that changed. */
function useRefreshPeople(workspaceId: string) {
  const queryClient = useQueryClient()
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: peopleQuery(workspaceId).queryKey }),
      queryClient.invalidateQueries({ queryKey: workspacesQuery.queryKey }),
    ])
}
