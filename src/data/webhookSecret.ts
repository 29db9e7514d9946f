import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'

const secret = z.string()

/** What requests of the workspace's journeys are signed with; for admins only. */
export const webhookSecretQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['webhookSecret', workspaceId],
    queryFn: async () => {
      const { data } = await supabase.rpc('webhook_secret', { workspace: workspaceId }).throwOnError()
      return secret.parse(data)
    },
  })

export function useRotateWebhookSecret(workspaceId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      const { data } = await supabase.rpc('rotate_webhook_secret', { workspace: workspaceId }).throwOnError()
      return secret.parse(data)
    },
    onSuccess: (made) => queryClient.setQueryData(webhookSecretQuery(workspaceId).queryKey, made),
  })
}
