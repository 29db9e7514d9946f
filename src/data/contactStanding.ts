import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { standing } from '@/engine/standing'
import { supabase } from '@/lib/supabase'

/** The standing of a contact, or of somebody made up, of whom only the rules of sending are known. */
export const contactStandingQuery = (workspaceId: string, contactId: number | undefined) =>
  queryOptions({
    queryKey: ['contactStanding', workspaceId, contactId ?? null],
    queryFn: async () => {
      const { data } = await supabase
        .rpc('contact_standing', { workspace: workspaceId, ...(contactId !== undefined && { contact: contactId }) })
        .throwOnError()
      const [known] = z.array(standing).parse(data)
      if (!known) throw new Error('No such contact')
      return known
    },
  })
