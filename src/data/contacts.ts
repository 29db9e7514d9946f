import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'

export const contact = z.object({
  id: z.number(),
  external_id: z.string().nullable(),
  email: z.string().nullable(),
  locale: z.string().nullable(),
  time_zone: z.string().nullable(),
  attributes: z.record(z.string(), z.unknown()),
  created_at: z.string(),
  last_seen_at: z.string().nullable(),
})
export type Contact = z.infer<typeof contact>

export const CONTACT_COLUMNS = 'id, external_id, email, locale, time_zone, attributes, created_at, last_seen_at'
const PAGE_SIZE = 25

/**
 * Contacts whose e-mail or id contains what is searched for, or all of them; the newest first, a page at a time. A page
 * asks for one more than it shows, which is cheaper than a count.
 */
export const contactsQuery = (workspaceId: string, search = '') =>
  infiniteQueryOptions({
    queryKey: ['contacts', workspaceId, search],
    initialPageParam: 0,
    queryFn: async ({ pageParam }) => {
      const { data } = await supabase
        .rpc('search_contacts', {
          workspace: workspaceId,
          query: search,
          page_size: PAGE_SIZE + 1,
          ...(pageParam !== 0 && { after_id: pageParam }),
        })
        .select(CONTACT_COLUMNS)
        .throwOnError()
      return z.array(contact).parse(data)
    },
    getNextPageParam: (page) => (page.length > PAGE_SIZE ? page[PAGE_SIZE - 1]?.id : undefined),
    select: ({ pages }) => pages.flatMap((page) => page.slice(0, PAGE_SIZE)),
    placeholderData: keepPreviousData,
  })

export const contactQuery = (workspaceId: string, contactId: number) =>
  queryOptions({
    queryKey: ['contact', workspaceId, contactId],
    queryFn: async () => {
      const { data } = await supabase
        .from('contacts')
        .select(CONTACT_COLUMNS)
        .match({ workspace_id: workspaceId, id: contactId })
        .maybeSingle()
        .throwOnError()
      return contact.nullable().parse(data)
    },
  })

/** Erases a contact for good; every list that showed them is read anew. */
export function useEraseContact(workspaceId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (contactId: number) => {
      await supabase.rpc('erase_contact', { workspace: workspaceId, contact: contactId }).throwOnError()
      return contactId
    },
    onSuccess: (contactId) => {
      queryClient.removeQueries({ queryKey: contactQuery(workspaceId, contactId).queryKey })
      return queryClient.invalidateQueries({ queryKey: ['contacts', workspaceId] })
    },
  })
}
