import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'

const lists = z.array(z.object({ id: z.guid(), name: z.string() }))

/** The segments without a rule, which are filled by hand and by journeys. */
export const listsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['lists', workspaceId],
    queryFn: async () => {
      const { data } = await supabase
        .from('segments')
        .select('id, name')
        .eq('workspace_id', workspaceId)
        .is('rule', null)
        .order('name')
        .throwOnError()
      return lists.parse(data)
    },
  })
