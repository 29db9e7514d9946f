import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import type { Rule } from '@/audience/rule'
import { supabase } from '@/lib/supabase'
import { callFunction } from './callFunction'

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

const segment = z.object({
  id: z.guid(),
  name: z.string(),
  /** Stays unread here: one that a newer release wrote must not keep the list from opening. */
  rule: z.unknown(),
  revision: z.number(),
  state: z.enum(['computing', 'ready', 'failed']),
  computed_at: z.string().nullable(),
  updated_at: z.string(),
})
export type Segment = z.infer<typeof segment>

export const isList = ({ rule }: Pick<Segment, 'rule'>): boolean => rule === null

const COLUMNS = 'id, name, rule, revision, state, computed_at, updated_at'
/** While a segment is computed its page looks again. */
const LOOK_AGAIN_MS = 2000
const whileComputing = (segments: readonly Segment[] = []) =>
  segments.some(({ state }) => state === 'computing') ? LOOK_AGAIN_MS : false

export const segmentsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['segments', workspaceId],
    queryFn: async () => {
      const { data } = await supabase
        .from('segments')
        .select(COLUMNS)
        .eq('workspace_id', workspaceId)
        .order('updated_at', { ascending: false })
        .throwOnError()
      return z.array(segment).parse(data)
    },
    refetchInterval: ({ state }) => whileComputing(state.data),
  })

export const segmentQuery = (workspaceId: string, segmentId: string) =>
  queryOptions({
    queryKey: ['segment', workspaceId, segmentId],
    queryFn: async () => {
      const { data } = await supabase
        .from('segments')
        .select(COLUMNS)
        .match({ workspace_id: workspaceId, id: segmentId })
        .maybeSingle()
        .throwOnError()
      return segment.nullable().parse(data)
    },
    refetchInterval: ({ state }) => whileComputing(state.data ? [state.data] : []),
  })

const counts = z.array(z.object({ segment_id: z.guid(), members: z.number() }))

/** How many contacts are in each segment and list, by id; those that nobody is in are not named. */
export const segmentCountsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['segmentCounts', workspaceId],
    queryFn: async () => {
      const { data } = await supabase.rpc('segment_counts', { workspace: workspaceId }).throwOnError()
      return new Map(counts.parse(data).map(({ segment_id, members }) => [segment_id, members]))
    },
    refetchInterval: 3_000,
  })

const uses = z.array(z.object({ kind: z.enum(['segment', 'journey']), id: z.guid(), name: z.string() }))
export type SegmentUse = z.infer<typeof uses>[number]

/** The segments and journeys that keep a segment from being deleted. */
export const segmentUsesQuery = (workspaceId: string, segmentId: string) =>
  queryOptions({
    queryKey: ['segmentUses', workspaceId, segmentId],
    queryFn: async () => {
      const { data } = await supabase.rpc('segment_uses', { workspace: workspaceId, segment: segmentId }).throwOnError()
      return uses.parse(data)
    },
    staleTime: 0,
  })

export function useRefreshSegments(workspaceId: string) {
  const queryClient = useQueryClient()
  return async () => {
    const keys = ['segments', 'segment', 'segmentNames', 'lists', 'segmentCounts', 'members', 'memberships']
    await Promise.all(keys.map((key) => queryClient.invalidateQueries({ queryKey: [key, workspaceId] })))
  }
}

const saved = z.object({ id: z.guid(), revision: z.number() })
type Save = { segment?: { id: string; revision: number }; name: string; rule: Rule }

/** Saves a segment's rule over the revision that was loaded, or makes one; whoever shows the form says what went wrong. */
export const useSaveSegment = (workspaceId: string) =>
  useMutation({
    mutationFn: async (save: Save) => saved.parse(await callFunction('segments/save', { workspaceId, ...save })),
    onSuccess: useRefreshSegments(workspaceId),
    meta: { errorShown: true },
  })

const previewed = z.object({ count: z.number(), among: z.union([z.literal('all'), z.number()]) })

/** How many contacts a rule holds for now: among all, or so many of the newest. */
export const previewQuery = (workspaceId: string, rule: Rule) =>
  queryOptions({
    queryKey: ['segmentPreview', workspaceId, rule],
    queryFn: async () => previewed.parse(await callFunction('segments/preview', { workspaceId, rule })),
    staleTime: 30_000,
  })

export const useCreateList = (workspaceId: string) =>
  useMutation({
    mutationFn: async (name: string) => {
      const { data } = await supabase.rpc('create_list', { workspace: workspaceId, name }).throwOnError()
      return z.guid().parse(data)
    },
    onSuccess: useRefreshSegments(workspaceId),
  })

export const useRenameSegment = (workspaceId: string) =>
  useMutation({
    mutationFn: async ({ segmentId, name }: { segmentId: string; name: string }) => {
      await supabase.rpc('rename_segment', { workspace: workspaceId, segment: segmentId, name }).throwOnError()
    },
    onSuccess: useRefreshSegments(workspaceId),
  })

export const useDeleteSegment = (workspaceId: string) =>
  useMutation({
    mutationFn: async (segmentId: string) => {
      await supabase.rpc('delete_segment', { workspace: workspaceId, segment: segmentId }).throwOnError()
    },
    onSuccess: useRefreshSegments(workspaceId),
  })
