import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'
import type { Contact } from './contacts'

export const sampleKinds = ['typical', 'long', 'missing'] as const
export type SampleKind = (typeof sampleKinds)[number]

type Attributes = Record<string, unknown>

const names = {
  typical: { first_name: 'Maria', last_name: 'Popescu', name: 'Maria Popescu' },
  long: {
    first_name: 'Wolfgang-Maximilian Alexander',
    last_name: 'van der Westhuizen-Schwarzenberger',
    name: 'Wolfgang-Maximilian Alexander van der Westhuizen-Schwarzenberger',
  },
}

/** Names as systems spell them; a sample fills those the workspace uses. */
const spellings: Record<string, keyof typeof names.typical> = {
  first_name: 'first_name',
  firstName: 'first_name',
  last_name: 'last_name',
  lastName: 'last_name',
  name: 'name',
  full_name: 'name',
  fullName: 'name',
}

/**
 * Somebody to preview a message for when nobody real will do: an everyday contact, one whose name is very long, one of
 * whom nothing is known. Their other attributes are those of the workspace's newest contacts.
 */
export function sampleAttributes(kind: SampleKind, contacts: readonly Pick<Contact, 'attributes'>[]): Attributes {
  if (kind === 'missing') return {}
  const known: Attributes = Object.assign({}, ...contacts.map(({ attributes }) => attributes).toReversed())
  const named = Object.entries(spellings).map(([spelling, name]) => [spelling, names[kind][name]])
  return { ...known, email: 'maria.popescu@example.com', id: 'sample', ...Object.fromEntries(named) }
}

const events = z.array(z.object({ properties: z.record(z.string(), z.unknown()) }))

/** Values an event of this workspace may carry, the newest of each property, to preview texts that write them. */
export const sampleEventQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['sampleEvent', workspaceId],
    queryFn: async (): Promise<Attributes> => {
      const { data } = await supabase
        .from('events')
        .select('properties')
        .match({ workspace_id: workspaceId, type: 'track' })
        .order('received_at', { ascending: false })
        .limit(50)
        .throwOnError()
      return Object.assign(
        {},
        ...events
          .parse(data)
          .map(({ properties }) => properties)
          .toReversed(),
      )
    },
    staleTime: 60_000,
  })
