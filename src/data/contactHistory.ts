import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'

const passage = z.object({
  id: z.number(),
  journey_id: z.uuid(),
  number: z.number(),
  entered_at: z.string(),
  wake_at: z.string().nullable(),
  waiting_because: z.string().nullable(),
  ended_at: z.string().nullable(),
  ended_because: z.string().nullable(),
  converted_at: z.string().nullable(),
  last_error: z.string().nullable(),
})

const delivery = z.object({
  id: z.uuid(),
  journey_id: z.uuid(),
  channel: z.string(),
  status: z.enum(['queued', 'sent', 'skipped', 'failed']),
  because: z.string().nullable(),
  locale: z.string().nullable(),
  address: z.string().nullable(),
  held_since: z.string().nullable(),
  held_because: z.string().nullable(),
  due_at: z.string(),
  sent_at: z.string().nullable(),
  delivered_at: z.string().nullable(),
  opened_at: z.string().nullable(),
  clicked_at: z.string().nullable(),
  bounced_at: z.string().nullable(),
  complained_at: z.string().nullable(),
})

const journeyName = z.object({ id: z.uuid(), name: z.string() })

export type Passage = z.infer<typeof passage> & { journey: string | undefined }
export type Delivery = z.infer<typeof delivery> & { journey: string | undefined }

const SHOWN = 50

export const contactPassagesQuery = (workspaceId: string, contactId: number) =>
  queryOptions({
    queryKey: ['contactPassages', workspaceId, contactId],
    queryFn: async () => {
      const { data } = await supabase
        .from('enrollments')
        .select(
          'id, journey_id, number, entered_at, wake_at, ended_at, ended_because, waiting_because, converted_at, last_error',
        )
        .match({ workspace_id: workspaceId, contact_id: contactId })
        .order('entered_at', { ascending: false })
        .limit(SHOWN)
        .throwOnError()
      return withJourneyNames(workspaceId, z.array(passage).parse(data))
    },
  })

export const contactDeliveriesQuery = (workspaceId: string, contactId: number) =>
  queryOptions({
    queryKey: ['contactDeliveries', workspaceId, contactId],
    queryFn: async () => {
      const { data } = await supabase
        .from('deliveries')
        .select(
          'id, journey_id, channel, status, because, locale, address, held_since, held_because, due_at, sent_at, delivered_at, opened_at, clicked_at, bounced_at, complained_at',
        )
        .match({ workspace_id: workspaceId, contact_id: contactId })
        .order('due_at', { ascending: false })
        .limit(SHOWN)
        .throwOnError()
      return withJourneyNames(workspaceId, z.array(delivery).parse(data))
    },
  })

async function withJourneyNames<Row extends { journey_id: string }>(workspaceId: string, rows: Row[]) {
  const ids = [...new Set(rows.map((row) => row.journey_id))]
  if (ids.length === 0) return []
  const { data } = await supabase
    .from('journeys')
    .select('id, name')
    .eq('workspace_id', workspaceId)
    .in('id', ids)
    .throwOnError()
  const names = new Map(
    z
      .array(journeyName)
      .parse(data)
      .map(({ id, name }) => [id, name]),
  )
  return rows.map((row) => ({ ...row, journey: names.get(row.journey_id) }))
}
