import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'
import { role } from './role'

const workspace = z.object({
  id: z.uuid(),
  name: z.string(),
  source_locale: z.string(),
  time_zone: z.string(),
  role,
})
export type Workspace = z.infer<typeof workspace>

/** The workspaces the reader belongs to, each with the reader's own role. */
export const workspacesQuery = queryOptions({
  queryKey: ['workspaces'],
  queryFn: async () => {
    const { data: auth } = await supabase.auth.getSession()
    const [found, mine] = await Promise.all([
      supabase.from('workspaces').select('id, name, source_locale, time_zone').order('name').throwOnError(),
      supabase
        .from('members')
        .select('workspace_id, role')
        .eq('user_id', auth.session?.user.id ?? '')
        .throwOnError(),
    ])
    const roleIn = new Map((mine.data ?? []).map((member) => [member.workspace_id, member.role]))
    return z.array(workspace).parse((found.data ?? []).map((row) => ({ ...row, role: roleIn.get(row.id) })))
  },
})

export type NewWorkspace = { name: string; sourceLocale: string; locales: string[]; timeZone: string }

export function useCreateWorkspace() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ name, sourceLocale, locales, timeZone }: NewWorkspace) => {
      const { data } = await supabase
        .rpc('create_workspace', { name, source_locale: sourceLocale, locales, time_zone: timeZone })
        .throwOnError()
      return z.uuid().parse(data)
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: workspacesQuery.queryKey }),
  })
}

export function useUpdateWorkspace(workspaceId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (change: { name?: string; time_zone?: string }) => {
      await supabase.from('workspaces').update(change).eq('id', workspaceId).select('id').single().throwOnError()
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: workspacesQuery.queryKey }),
  })
}
