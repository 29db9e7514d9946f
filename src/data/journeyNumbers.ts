import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'

const count = z.object({
  version: z.number(),
  node_id: z.string(),
  metric: z.string(),
  detail: z.string(),
  locale: z.string(),
  count: z.number(),
  value: z.coerce.number(),
})
export type CountRow = z.infer<typeof count>

export const journeyNumbersQuery = (workspaceId: string, journeyId: string) =>
  queryOptions({
    queryKey: ['journeyNumbers', workspaceId, journeyId],
    queryFn: async () => {
      const { data } = await supabase
        .rpc('journey_numbers', { workspace: workspaceId, journey: journeyId })
        .throwOnError()
      return z.array(count).parse(data)
    },
    staleTime: 5_000,
    refetchInterval: 15_000,
  })

const person = z.object({
  id: z.string(),
  contact_id: z.number(),
  external_id: z.string().nullable(),
  email: z.string().nullable(),
  locale: z.string(),
  at: z.string(),
  because: z.string(),
})
export type Person = z.infer<typeof person>

export interface PeopleWanted {
  version: number
  metric: string
  nodeId: string
  detail: string
}

const PAGE_SIZE = 50

/** The people behind one number, the newest first, a page at a time. */
export const journeyPeopleQuery = (workspaceId: string, journeyId: string, wanted: PeopleWanted) =>
  infiniteQueryOptions({
    queryKey: ['journeyPeople', workspaceId, journeyId, wanted],
    initialPageParam: '',
    queryFn: async ({ pageParam }) => {
      const { data } = await supabase
        .rpc('journey_people', {
          workspace: workspaceId,
          journey: journeyId,
          metric: wanted.metric,
          node: wanted.nodeId,
          detail: wanted.detail,
          of_version: wanted.version,
          page_size: PAGE_SIZE,
          ...(pageParam !== '' && { after_id: pageParam }),
        })
        .throwOnError()
      return z.array(person).parse(data)
    },
    getNextPageParam: (page) => (page.length === PAGE_SIZE ? page.at(-1)?.id : undefined),
  })
