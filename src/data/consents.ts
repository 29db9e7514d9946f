import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'
import type { Topic } from './topics'

const consent = z.object({
  channel: z.string(),
  topic: z.string(),
  state: z.enum(['subscribed', 'pending', 'unsubscribed']),
  changed_at: z.string(),
  source: z.enum(['link', 'oneClick', 'confirmed', 'complaint', 'journey', 'member']).catch('member'),
})
export type Consent = z.infer<typeof consent>

/** What is written down of a contact's wishes. */
export type Said = { channel: string; topic: string; subscribed: boolean }

export const EVERY_TOPIC = '*'

/** How a contact stands to a topic of the mail, by what they said: of all mail, of the topic, else as the topic has it. */
export function standsTo(
  { id, by_default }: Pick<Topic, 'id' | 'by_default'>,
  consents: readonly Consent[],
): Consent['state'] {
  const said = (topic: string) => consents.find((each) => each.channel === 'email' && each.topic === topic)?.state
  return said(EVERY_TOPIC) === 'unsubscribed' ? 'unsubscribed' : (said(id) ?? by_default)
}

/** What a contact said about being written to; silence means nothing was refused. */
export const consentsQuery = (workspaceId: string, contactId: number) =>
  queryOptions({
    queryKey: ['consents', workspaceId, contactId],
    queryFn: async () => {
      const { data } = await supabase
        .from('consents')
        .select('channel, topic, state, changed_at, source')
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
    mutationFn: async (said: Said) => {
      await supabase.rpc('set_consent', { workspace: workspaceId, contact: contactId, ...said }).throwOnError()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: consentsQuery(workspaceId, contactId).queryKey }),
  })
}
