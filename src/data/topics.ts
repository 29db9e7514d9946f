import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'

const topic = z.object({
  id: z.string(),
  name: z.string(),
  translations: z.record(z.string(), z.string()),
  by_default: z.enum(['subscribed', 'unsubscribed']),
  double_opt_in: z.boolean(),
  position: z.number(),
})
export type Topic = z.infer<typeof topic>

/** What a workspace writes about, in its order; contacts subscribe to each by itself. */
export const topicsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['topics', workspaceId],
    queryFn: async () => {
      const { data } = await supabase
        .from('topics')
        .select('id, name, translations, by_default, double_opt_in, position')
        .eq('workspace_id', workspaceId)
        .order('position')
        .order('id')
        .throwOnError()
      return z.array(topic).parse(data)
    },
  })

/** The name of a topic in the reader's language, where it has one. */
export const topicName = ({ name, translations }: Pick<Topic, 'name' | 'translations'>, language: string): string =>
  translations[language] ?? name

function useRefreshTopics(workspaceId: string) {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: topicsQuery(workspaceId).queryKey })
}

export function useAddTopic(workspaceId: string) {
  return useMutation({
    mutationFn: async (added: Omit<Topic, 'translations'>) => {
      await supabase
        .from('topics')
        .insert({ workspace_id: workspaceId, ...added })
        .throwOnError()
    },
    onSettled: useRefreshTopics(workspaceId),
  })
}

export function useChangeTopics(workspaceId: string) {
  return useMutation({
    mutationFn: async (changes: readonly (Pick<Topic, 'id'> & Partial<Topic>)[]) => {
      for (const { id, ...change } of changes) {
        await supabase
          .from('topics')
          .update(change)
          .match({ workspace_id: workspaceId, id })
          .select('id')
          .single()
          .throwOnError()
      }
    },
    onSettled: useRefreshTopics(workspaceId),
  })
}

export function useRemoveTopic(workspaceId: string) {
  return useMutation({
    mutationFn: async (id: string) => {
      await supabase.rpc('remove_topic', { workspace: workspaceId, topic: id }).throwOnError()
    },
    onSettled: useRefreshTopics(workspaceId),
  })
}
