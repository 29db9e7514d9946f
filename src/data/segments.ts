import { queryOptions, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'

const named = z.array(z.object({ id: z.guid(), name: z.string(), is_list: z.boolean() }))

/** What a group of contacts is called, and whether a rule or a hand fills it. */
export interface SegmentName {
  id: string
  name: string
  kind: 'segment' | 'list'
}

/** The segments and lists of a workspace by name, for pickers. */
export const segmentNamesQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['segmentNames', workspaceId],
    queryFn: async (): Promise<SegmentName[]> => {
      const { data } = await supabase
        .from('segments')
        .select('id, name, rule')
        .eq('workspace_id', workspaceId)
        .order('name')
        .throwOnError()
      return named
        .parse(data.map(({ rule, ...each }) => ({ ...each, is_list: rule === null })))
        .map(({ id, name, is_list }) => ({ id, name, kind: is_list ? 'list' : 'segment' }))
    },
  })

export const useSegmentNames = (workspaceId: string, enabled = true) =>
  useQuery({ ...segmentNamesQuery(workspaceId), enabled })
