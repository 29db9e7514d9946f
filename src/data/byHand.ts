import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'

interface Pair {
  journeyId: string
  contactId: number
}

const added = z.enum(['added', 'alreadyIn'])
const removed = z.enum(['removed', 'alreadyRemoved'])
const exclusions = z.array(z.object({ journey_id: z.uuid(), since: z.string() }))

/** The journeys that a contact was removed from by hand, and is kept out of. */
export const exclusionsQuery = (workspaceId: string, contactId: number) =>
  queryOptions({
    queryKey: ['exclusions', workspaceId, contactId],
    queryFn: async () => {
      const { data } = await supabase
        .from('journey_exclusions')
        .select('journey_id, since')
        .match({ workspace_id: workspaceId, contact_id: contactId })
        .order('since', { ascending: false })
        .throwOnError()
      return exclusions.parse(data)
    },
  })

function useRefresh(workspaceId: string) {
  const queryClient = useQueryClient()
  return async () => {
    const concerned = ['contactPassages', 'exclusions', 'journeyPeople', 'journeyNumbers', 'journeyTotals']
    await Promise.all(concerned.map((name) => queryClient.invalidateQueries({ queryKey: [name, workspaceId] })))
  }
}

/** The worker lets a contact in within seconds of this. */
export const useAddToJourney = (workspaceId: string) =>
  useMutation({
    mutationFn: async ({ journeyId, contactId }: Pair) => {
      const { data } = await supabase
        .rpc('add_to_journey', { workspace: workspaceId, journey: journeyId, contact: contactId })
        .throwOnError()
      return added.parse(data)
    },
    onSettled: useRefresh(workspaceId),
  })

export const useRemoveFromJourney = (workspaceId: string) =>
  useMutation({
    mutationFn: async ({ journeyId, contactId }: Pair) => {
      const { data } = await supabase
        .rpc('remove_from_journey', { workspace: workspaceId, journey: journeyId, contact: contactId })
        .throwOnError()
      return removed.parse(data)
    },
    onSettled: useRefresh(workspaceId),
  })
