import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'

const suppression = z.object({
  address: z.string(),
  because: z.enum(['hardBounce', 'complaint', 'manual']),
  at: z.string(),
})
export type Suppression = z.infer<typeof suppression>

const CHANNEL = 'email'
export const shownSuppressions = 50

/** The newest addresses nothing is sent to any more, of those that contain what is asked for. */
export const suppressionsQuery = (workspaceId: string, search: string) =>
  queryOptions({
    queryKey: ['suppressions', workspaceId, search],
    queryFn: async () => {
      const literal = search
        .trim()
        .toLowerCase()
        .replace(/[\\%_]/g, '\\$&')
      const { data } = await supabase
        .from('suppressions')
        .select('address, because, at')
        .match({ workspace_id: workspaceId, channel: CHANNEL })
        .like('address', `%${literal}%`)
        .order('at', { ascending: false })
        .limit(shownSuppressions)
        .throwOnError()
      return z.array(suppression).parse(data)
    },
  })

/** Why nothing is sent to an address any more; null where it is not blocked. */
export const blockedQuery = (workspaceId: string, address: string) =>
  queryOptions({
    queryKey: ['blocked', workspaceId, address],
    queryFn: async () => {
      const { data } = await supabase
        .from('suppressions')
        .select('address, because, at')
        .match({ workspace_id: workspaceId, channel: CHANNEL, address: address.toLowerCase() })
        .limit(1)
        .throwOnError()
      return z.array(suppression).parse(data)[0] ?? null
    },
  })

function useRefresh(workspaceId: string) {
  const queryClient = useQueryClient()
  return () =>
    Promise.all(
      ['suppressions', 'blocked'].map((key) => queryClient.invalidateQueries({ queryKey: [key, workspaceId] })),
    )
}

export function useSuppress(workspaceId: string) {
  return useMutation({
    mutationFn: async (address: string) => {
      await supabase
        .from('suppressions')
        .insert({ workspace_id: workspaceId, channel: CHANNEL, address: address.toLowerCase() })
        .throwOnError()
    },
    onSettled: useRefresh(workspaceId),
  })
}

export function useUnsuppress(workspaceId: string) {
  return useMutation({
    mutationFn: async (address: string) => {
      await supabase
        .from('suppressions')
        .delete()
        .match({ workspace_id: workspaceId, channel: CHANNEL, address })
        .throwOnError()
    },
    onSettled: useRefresh(workspaceId),
  })
}
