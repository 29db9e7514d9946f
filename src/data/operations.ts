import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'

/** The server counts no further than this. */
export const countedAtMost = 10_000
export const shownTroubles = 20

const work = z.object({
  kind: z.enum(['enrollments', 'deliveries', 'signals']),
  due_since: z.string().nullable(),
  due: z.number(),
  retrying: z.number(),
  given_up: z.number(),
  done: z.number(),
})
export type Work = z.infer<typeof work>

const trouble = z.object({
  journey_id: z.uuid(),
  journey_name: z.string(),
  contact_id: z.number().nullable(),
  external_id: z.string().nullable(),
  email: z.string().nullable(),
  last_error: z.string().nullable(),
})
const stuck = trouble.extend({ id: z.number(), arrived_at: z.string() })
const failed = trouble.extend({
  id: z.uuid(),
  channel: z.string(),
  due_at: z.string(),
  because: z.string().nullable(),
})
export type StuckEnrollment = z.infer<typeof stuck>
export type FailedDelivery = z.infer<typeof failed>
type Trouble = z.infer<typeof trouble>

/** What to call the contact of a row by. */
export const contactName = ({ email, external_id, contact_id }: Trouble) => email ?? external_id ?? `#${contact_id}`

/** How the worker gets on in a workspace; for admins only, like all here. */
export const operationsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['operations', workspaceId],
    queryFn: async () => {
      const { data } = await supabase.rpc('operations', { workspace: workspaceId }).throwOnError()
      return z.array(work).parse(data)
    },
    refetchInterval: 10_000,
  })

export const stuckQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['stuckEnrollments', workspaceId],
    queryFn: async () => {
      const asked = { workspace: workspaceId, page_size: shownTroubles }
      const { data } = await supabase.rpc('stuck_enrollments', asked).throwOnError()
      return z.array(stuck).parse(data)
    },
  })

export const failedQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['failedDeliveries', workspaceId],
    queryFn: async () => {
      const asked = { workspace: workspaceId, page_size: shownTroubles }
      const { data } = await supabase.rpc('failed_deliveries', asked).throwOnError()
      return z.array(failed).parse(data)
    },
  })

function useRefresh(workspaceId: string) {
  const queryClient = useQueryClient()
  return async () => {
    const concerned = ['operations', 'stuckEnrollments', 'failedDeliveries', 'journeyPeople', 'journeyNumbers']
    await Promise.all(concerned.map((name) => queryClient.invalidateQueries({ queryKey: [name, workspaceId] })))
  }
}

/** Of contacts the worker gave up on: these, or without any all of them. */
export const useRetryEnrollments = (workspaceId: string) =>
  useMutation({
    mutationFn: async (ids: number[] | undefined) => {
      const asked = { workspace: workspaceId, ...(ids && { enrollments: ids }) }
      await supabase.rpc('retry_enrollments', asked).throwOnError()
    },
    onSettled: useRefresh(workspaceId),
  })

export const useEndStuck = (workspaceId: string) =>
  useMutation({
    mutationFn: async (ids: number[] | undefined) => {
      const asked = { workspace: workspaceId, ...(ids && { enrollments: ids }) }
      await supabase.rpc('end_stuck_enrollments', asked).throwOnError()
    },
    onSettled: useRefresh(workspaceId),
  })

export const useRetryDeliveries = (workspaceId: string) =>
  useMutation({
    mutationFn: async (ids: string[] | undefined) => {
      const asked = { workspace: workspaceId, ...(ids && { deliveries: ids }) }
      await supabase.rpc('retry_deliveries', asked).throwOnError()
    },
    onSettled: useRefresh(workspaceId),
  })
