import { infiniteQueryOptions, queryOptions, useMutation } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'
import { CONTACT_COLUMNS, contact } from './contacts'
import { type Segment, useRefreshSegments } from './segments'

const PAGE_SIZE = 25

/** The contacts in a segment or list, the newest first, a page at a time; asked again when everybody was looked at. */
export const membersQuery = (workspaceId: string, { id, computed_at }: Segment) =>
  infiniteQueryOptions({
    queryKey: ['members', workspaceId, id, computed_at],
    initialPageParam: 0,
    queryFn: async ({ pageParam }) => {
      const { data } = await supabase
        .rpc('segment_people', {
          workspace: workspaceId,
          segment: id,
          page_size: PAGE_SIZE + 1,
          ...(pageParam !== 0 && { after_id: pageParam }),
        })
        .select(CONTACT_COLUMNS)
        .throwOnError()
      return z.array(contact).parse(data)
    },
    getNextPageParam: (page) => (page.length > PAGE_SIZE ? page[PAGE_SIZE - 1]?.id : undefined),
    select: ({ pages }) => pages.flatMap((page) => page.slice(0, PAGE_SIZE)),
  })

const membership = z.object({ segment_id: z.guid(), since: z.string() })
export type Membership = z.infer<typeof membership>

/** The segments and lists a contact is in. */
export const membershipsQuery = (workspaceId: string, contactId: number) =>
  queryOptions({
    queryKey: ['memberships', workspaceId, contactId],
    queryFn: async () => {
      const { data } = await supabase
        .from('segment_members')
        .select('segment_id, since')
        .match({ workspace_id: workspaceId, contact_id: contactId })
        .order('since', { ascending: false })
        .throwOnError()
      return z.array(membership).parse(data)
    },
  })

type Change = { listId: string; contactId: number; isMember: boolean }

/** Puts a contact on a list or takes it off. */
export const useChangeList = (workspaceId: string) =>
  useMutation({
    mutationFn: async ({ listId, contactId, isMember }: Change) => {
      await supabase
        .rpc(isMember ? 'add_to_list' : 'remove_from_list', {
          workspace: workspaceId,
          list: listId,
          contacts: [contactId],
        })
        .throwOnError()
    },
    onSuccess: useRefreshSegments(workspaceId),
  })
