import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'

const writeKey = z.object({
  id: z.uuid(),
  name: z.string(),
  key: z.string(),
  created_at: z.string(),
  last_used_at: z.string().nullable(),
})
export type WriteKey = z.infer<typeof writeKey>

/** The keys that still work; viewers may not read them. */
export const writeKeysQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['writeKeys', workspaceId],
    queryFn: async () => {
      const { data } = await supabase
        .from('write_keys')
        .select('id, name, key, created_at, last_used_at')
        .eq('workspace_id', workspaceId)
        .is('revoked_at', null)
        .order('created_at')
        .throwOnError()
      return z.array(writeKey).parse(data)
    },
  })

function useRefreshKeys(workspaceId: string) {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: writeKeysQuery(workspaceId).queryKey })
}

export function useCreateWriteKey(workspaceId: string) {
  return useMutation({
    mutationFn: async (name: string) => {
      await supabase.from('write_keys').insert({ workspace_id: workspaceId, name }).throwOnError()
    },
    onSuccess: useRefreshKeys(workspaceId),
  })
}

export function useRevokeWriteKey(workspaceId: string) {
  return useMutation({
    mutationFn: async (id: string) => {
      await supabase
        .from('write_keys')
        .update({ revoked_at: new Date().toISOString() })
        .match({ workspace_id: workspaceId, id })
        .throwOnError()
    },
    onSettled: useRefreshKeys(workspaceId),
  })
}
