import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { journeySchema } from '@/engine/journey'
import { supabase } from '@/lib/supabase'

const version = z.object({ version: z.number(), published_at: z.string() })

/** What was published of a journey, the newest first. */
export const versionsQuery = (workspaceId: string, journeyId: string) =>
  queryOptions({
    queryKey: ['versions', workspaceId, journeyId],
    queryFn: async () => {
      const { data } = await supabase
        .from('journey_versions')
        .select('version, published_at')
        .match({ workspace_id: workspaceId, journey_id: journeyId })
        .order('version', { ascending: false })
        .throwOnError()
      return z.array(version).parse(data)
    },
  })

/** A published document; it never changes, so it is read once. */
export const versionQuery = (workspaceId: string, journeyId: string, wanted: number) =>
  queryOptions({
    queryKey: ['version', workspaceId, journeyId, wanted],
    queryFn: async () => {
      const { data } = await supabase
        .from('journey_versions')
        .select('document')
        .match({ workspace_id: workspaceId, journey_id: journeyId, version: wanted })
        .single()
        .throwOnError()
      return journeySchema.parse(data.document)
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
