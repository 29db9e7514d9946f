import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'

const totals = z.object({ journey_id: z.string(), entered: z.number(), converted: z.number().nullable() })
export type JourneyTotal = z.infer<typeof totals>

/** Entries and conversions of all versions, by journey; one that nobody entered is not there. */
export const journeyTotalsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['journeyTotals', workspaceId],
    queryFn: async () => {
      const { data } = await supabase.rpc('journey_totals', { workspace: workspaceId }).throwOnError()
      return new Map(
        z
          .array(totals)
          .parse(data)
          .map((each) => [each.journey_id, each]),
      )
    },
    staleTime: 5_000,
    refetchInterval: 30_000,
  })
