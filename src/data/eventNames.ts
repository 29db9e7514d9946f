import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'

const named = z.array(z.object({ name: z.string() }))
const rows = z.array(z.object({ properties: z.record(z.string(), z.unknown()) }))

/** Enough of the newest events to know what such an event carries. */
const SAMPLE = 50
const MINUTE = 60_000

/** The names of the events a workspace has received, the most recent first. */
export const eventNamesQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['eventNames', workspaceId],
    queryFn: async () => {
      const { data } = await supabase.rpc('event_names', { workspace: workspaceId }).throwOnError()
      return named.parse(data).map(({ name }) => name)
    },
    staleTime: MINUTE,
  })

/** The names of the attributes the newest contacts have. */
export const attributeNamesQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['attributeNames', workspaceId],
    queryFn: async () => {
      const { data } = await supabase.rpc('attribute_names', { workspace: workspaceId }).throwOnError()
      return named.parse(data).map(({ name }) => name)
    },
    staleTime: MINUTE,
  })

/** The properties the newest events carry: of one name, or of any where no name is given. */
export const eventPropertiesQuery = (workspaceId: string, eventName = '') =>
  queryOptions({
    queryKey: ['eventProperties', workspaceId, eventName],
    queryFn: async () => {
      const all = supabase.from('events').select('properties').eq('workspace_id', workspaceId)
      const wanted = eventName ? all.eq('name', eventName) : all.eq('type', 'track')
      const { data } = await wanted.order('received_at', { ascending: false }).limit(SAMPLE).throwOnError()
      return [...new Set(rows.parse(data).flatMap(({ properties }) => Object.keys(properties)))].sort()
    },
    staleTime: MINUTE,
  })
