import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'

const workspaceLocale = z.object({
  locale: z.string(),
  position: z.number(),
  fallbacks: z.array(z.string()),
  time_zone: z.string().nullable(),
})
export type WorkspaceLocale = z.infer<typeof workspaceLocale>

/** The languages a workspace writes in, in the order it shows them. */
export const workspaceLocalesQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['workspaceLocales', workspaceId],
    queryFn: async () => {
      const { data } = await supabase
        .from('workspace_locales')
        .select('locale, position, fallbacks, time_zone')
        .eq('workspace_id', workspaceId)
        .order('position')
        .order('locale')
        .throwOnError()
      return z.array(workspaceLocale).parse(data)
    },
  })

function useRefreshLocales(workspaceId: string) {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: workspaceLocalesQuery(workspaceId).queryKey })
}

export function useAddLocale(workspaceId: string) {
  return useMutation({
    mutationFn: async (added: { locale: string; position: number }) => {
      await supabase
        .from('workspace_locales')
        .insert({ workspace_id: workspaceId, ...added })
        .throwOnError()
    },
    onSettled: useRefreshLocales(workspaceId),
  })
}

export function useChangeLocale(workspaceId: string) {
  return useMutation({
    mutationFn: async ({ locale, ...change }: { locale: string; fallbacks?: string[]; time_zone?: string | null }) => {
      await supabase
        .from('workspace_locales')
        .update(change)
        .match({ workspace_id: workspaceId, locale })
        .select('locale')
        .single()
        .throwOnError()
    },
    onSettled: useRefreshLocales(workspaceId),
  })
}

export function useRemoveLocale(workspaceId: string) {
  return useMutation({
    mutationFn: async (locale: string) => {
      await supabase.from('workspace_locales').delete().match({ workspace_id: workspaceId, locale }).throwOnError()
    },
    onSettled: useRefreshLocales(workspaceId),
  })
}
