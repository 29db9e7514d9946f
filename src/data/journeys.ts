import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { emptyJourney, type Journey } from '@/engine/journey'
import { supabase } from '@/lib/supabase'
import { callFunction } from './callFunction'
import { sameJson } from './sameJson'

const status = z.enum(['draft', 'live', 'paused', 'stopped'])
export type JourneyStatus = z.infer<typeof status>

const summary = z.object({
  id: z.uuid(),
  name: z.string(),
  status,
  live_version: z.number().nullable(),
  updated_at: z.string(),
})
export type JourneySummary = z.infer<typeof summary>

/** The draft stays unread here: one that a newer release wrote must not keep its page from opening. */
const savedJourney = summary.extend({ revision: z.number(), draft: z.unknown() })
export type SavedJourney = z.infer<typeof savedJourney>

const SUMMARY = 'id, name, status, live_version, updated_at'

/** Somebody else saved meanwhile. */
export class StaleJourneyError extends Error {
  override name = 'StaleJourneyError'
}

export const journeysQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['journeys', workspaceId],
    queryFn: async () => {
      const { data } = await supabase
        .from('journeys')
        .select(SUMMARY)
        .eq('workspace_id', workspaceId)
        .order('updated_at', { ascending: false })
        .throwOnError()
      return z.array(summary).parse(data)
    },
  })

export const journeyQuery = (workspaceId: string, journeyId: string) =>
  queryOptions({
    queryKey: ['journey', workspaceId, journeyId],
    queryFn: () => loadJourney(workspaceId, journeyId),
  })

export async function loadJourney(workspaceId: string, journeyId: string): Promise<SavedJourney | null> {
  const { data } = await supabase
    .from('journeys')
    .select(`${SUMMARY}, revision, draft`)
    .match({ workspace_id: workspaceId, id: journeyId })
    .maybeSingle()
    .throwOnError()
  return savedJourney.nullable().parse(data)
}

type Save = { workspaceId: string; journeyId: string; draft: Journey; revision: number }

/** Saves only over the revision that was loaded, so that two editors cannot silently overwrite each other. */
export async function saveDraft({ workspaceId, journeyId, draft, revision }: Save): Promise<number> {
  const { data } = await supabase
    .from('journeys')
    .update({ draft: asJson(draft), revision: revision + 1 })
    .match({ workspace_id: workspaceId, id: journeyId, revision })
    .select('revision')
    .maybeSingle()
    .throwOnError()
  if (data) return data.revision
  const stored = await loadJourney(workspaceId, journeyId)
  // The answer to an earlier save may have been lost on its way; what is stored is then what we wanted to store.
  if (stored && stored.revision === revision + 1 && sameJson(stored.draft, draft)) return stored.revision
  throw new StaleJourneyError()
}

const asJson = (draft: unknown) => z.record(z.string(), z.json()).parse(draft)

function useRefreshJourneys(workspaceId: string) {
  const queryClient = useQueryClient()
  return async () => {
    await queryClient.invalidateQueries({ queryKey: ['journeys', workspaceId] })
    await queryClient.invalidateQueries({ queryKey: ['journey', workspaceId] })
  }
}

export async function createJourney(workspaceId: string, name: string, draft: Journey = emptyJourney): Promise<string> {
  const { data } = await supabase
    .from('journeys')
    .insert({ workspace_id: workspaceId, name, draft: asJson(draft) })
    .select('id')
    .single()
    .throwOnError()
  return data.id
}

export const useCreateJourney = (workspaceId: string) =>
  useMutation({
    mutationFn: ({ name, draft }: { name: string; draft?: Journey }) => createJourney(workspaceId, name, draft),
    onSuccess: useRefreshJourneys(workspaceId),
  })

/** Copies the draft as it is stored, also where this release cannot read it. */
export const useDuplicateJourney = (workspaceId: string) =>
  useMutation({
    mutationFn: async ({ journeyId, name }: { journeyId: string; name: string }) => {
      const original = await loadJourney(workspaceId, journeyId)
      const { data } = await supabase
        .from('journeys')
        .insert({ workspace_id: workspaceId, name, draft: asJson(original?.draft) })
        .select('id')
        .single()
        .throwOnError()
      return data.id
    },
    onSuccess: useRefreshJourneys(workspaceId),
  })

export const useRenameJourney = (workspaceId: string) =>
  useMutation({
    mutationFn: async ({ journeyId, name }: { journeyId: string; name: string }) => {
      await supabase
        .from('journeys')
        .update({ name })
        .match({ workspace_id: workspaceId, id: journeyId })
        .select('id')
        .single()
        .throwOnError()
    },
    onSuccess: useRefreshJourneys(workspaceId),
  })

export const useDeleteJourney = (workspaceId: string) =>
  useMutation({
    mutationFn: async (journeyId: string) => {
      await supabase
        .from('journeys')
        .delete()
        .match({ workspace_id: workspaceId, id: journeyId })
        .select('id')
        .single()
        .throwOnError()
    },
    onSuccess: useRefreshJourneys(workspaceId),
  })

export type StatusAction = 'pause' | 'resume' | 'stop_finish' | 'stop_now'

export const useSetJourneyStatus = (workspaceId: string, journeyId: string) =>
  useMutation({
    mutationFn: async (action: StatusAction) => {
      await supabase.rpc('set_journey_status', { workspace: workspaceId, journey: journeyId, action }).throwOnError()
    },
    onSettled: useRefreshJourneys(workspaceId),
  })

const published = z.object({ version: z.number() })

/** Makes the draft of a revision live; the server validates it again. */
export const usePublishJourney = (workspaceId: string, journeyId: string) =>
  useMutation({
    meta: { errorShown: true },
    mutationFn: async (revision: number) =>
      published.parse(await callFunction('publish', { workspaceId, journeyId, revision })),
    onSettled: useRefreshJourneys(workspaceId),
  })
