import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'

const consent = z.object({
  channel: z.string(),
  topic: z.string(),
  subscribed: z.boolean(),
  changed_at: z.string(),
  source: z.enum(['link', 'oneClick', 'member']).catch('member'),
})
export type Consent = z.infer<typeof consent>

export const EVERY_TOPIC = '*'

/** What a contact said about being written to; silence means nothing was refused. */
export const consentsQuery = (workspaceId: string, contactId: number) =>
  queryOptions({
    queryKey: ['consents', workspaceId, contactId],
    queryFn: async () => {
      const { data } = await supabase
        .from('consents')
        .select('channel, topic, subscribed, changed_at, source')
        .match({ workspace_id: workspaceId, contact_id: contactId })
        .order('channel')
        .order('topic')
        .throwOnError()
      return z.array(consent).parse(data)
    },
  })

export function useSetConsent(workspaceId: string, contactId: number) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (said: { channel: string; topic: string; subscribed: boolean }) => {
      await supabase.rpc('set_consent', { workspace: workspaceId, contact: contactId, ...said }).throwOnError()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: consentsQuery(workspaceId, contactId).queryKey }),
  })
}
