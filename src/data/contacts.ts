import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'

const contact = z.object({
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

const COLUMNS = 'id, external_id, email, locale, time_zone, attributes, created_at, last_seen_at'
const PAGE_SIZE = 25

/** One page of contacts, the newest first. It asks for one row more than it shows, which is cheaper than a count. */
export const contactsQuery = (workspaceId: string, { search = '', page = 1 }: { search?: string; page?: number }) =>
  queryOptions({
    queryKey: ['contacts', workspaceId, search, page],
    queryFn: async () => {
      const from = (page - 1) * PAGE_SIZE
      const all = supabase.from('contacts').select(COLUMNS).eq('workspace_id', workspaceId)
      const wanted = search ? all.or(`email.ilike.${containing(search)},external_id.ilike.${containing(search)}`) : all
      const { data } = await wanted
        .order('id', { ascending: false })
        .range(from, from + PAGE_SIZE)
        .throwOnError()
      const rows = z.array(contact).parse(data)
      return { contacts: rows.slice(0, PAGE_SIZE), hasMore: rows.length > PAGE_SIZE }
    },
    placeholderData: keepPreviousData,
  })

/**
 * What the reader typed, with its own wildcards taken literally. Quoted only where the filter's syntax demands it: the
 * embedded API takes quotes for part of the value.
 */
function containing(search: string) {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return /[,()"]/.test(pattern) ? `"${pattern.replace(/["\\]/g, '\\$&')}"` : pattern
}

export const contactQuery = (workspaceId: string, contactId: number) =>
  queryOptions({
    queryKey: ['contact', workspaceId, contactId],
    queryFn: async () => {
      const { data } = await supabase
        .from('contacts')
        .select(COLUMNS)
        .match({ workspace_id: workspaceId, id: contactId })
        .maybeSingle()
        .throwOnError()
      return contact.nullable().parse(data)
    },
  })
