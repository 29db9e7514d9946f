import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'

const event = z.object({
  id: z.number(),
  type: z.string(),
  name: z.string(),
  properties: z.record(z.string(), z.unknown()),
  occurred_at: z.string(),
})
export type ContactEvent = z.infer<typeof event>

const lastEvent = z.object({ type: z.string(), name: z.string(), received_at: z.string() })

/** The newest event of the workspace, asked again every few seconds: it answers "does my integration work?". */
export const lastEventQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['lastEvent', workspaceId],
    queryFn: async () => {
      const { data } = await supabase
        .from('events')
        .select('type, name, received_at')
        .eq('workspace_id', workspaceId)
        .order('received_at', { ascending: false })
        .limit(1)
        .throwOnError()
      return z.array(lastEvent).parse(data)[0] ?? null
    },
    refetchInterval: 5_000,
  })

const SHOWN = 50

export const contactEventsQuery = (workspaceId: string, contactId: number) =>
  queryOptions({
    queryKey: ['contactEvents', workspaceId, contactId],
    queryFn: async () => {
      const { data } = await supabase
        .from('events')
        .select('id, type, name, properties, occurred_at')
        .match({ workspace_id: workspaceId, contact_id: contactId })
        .order('occurred_at', { ascending: false })
        .order('id', { ascending: false })
        .limit(SHOWN)
        .throwOnError()
      return z.array(event).parse(data)
    },
  })

/** Far more than rules look back at, and still one quick answer. */
const MOST_PAST = 1000

/** What a contact did, the newest of it, in order of time, as rules read it. */
export const contactPastQuery = (workspaceId: string, contactId: number) =>
  queryOptions({
    queryKey: ['contactPast', workspaceId, contactId],
    queryFn: async () => {
      const { data } = await supabase
        .from('events')
        .select('id, type, name, properties, occurred_at')
        .match({ workspace_id: workspaceId, contact_id: contactId })
        .order('occurred_at', { ascending: false })
        .order('id', { ascending: false })
        .limit(MOST_PAST)
        .throwOnError()
      return z
        .array(event)
        .parse(data)
        .map(({ id, name, properties, occurred_at }) => ({ at: Date.parse(occurred_at), seq: id, name, properties }))
        .toReversed()
    },
  })
