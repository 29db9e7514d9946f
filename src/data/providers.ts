import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase, supabaseUrl } from '@/lib/supabase'
import { callFunction } from './callFunction'
import { FunctionError } from './functionError'
import { formOf, type ProviderKind, providerKinds } from './providerFields'

const provider = z.object({
  id: z.guid(),
  kind: z.enum(providerKinds),
  name: z.string(),
  settings: z.record(z.string(), z.union([z.string(), z.number()])),
  is_default: z.boolean(),
})
export type StoredProvider = z.infer<typeof provider>

/** The providers of a workspace, without their keys, which nobody reads; for admins only. */
export const providersQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['providers', workspaceId],
    queryFn: async () => {
      const { data } = await supabase
        .from('providers')
        .select('id, kind, name, settings, is_default')
        .eq('workspace_id', workspaceId)
        .order('created_at')
        .throwOnError()
      return z.array(provider).parse(data)
    },
  })

/** Where a provider reports what became of mail; nothing where it does not. */
export const callbackAddress = (workspaceId: string, { kind, id }: StoredProvider): string | undefined =>
  formOf(kind).hears ? `${supabaseUrl}/functions/v1/callbacks/${kind}/${workspaceId}/${id}` : undefined

function useRefreshProviders(workspaceId: string) {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: providersQuery(workspaceId).queryKey })
}

export interface SavedProvider {
  id?: string
  kind: ProviderKind
  name: string
  settings: Record<string, string | number>
  /** Keys that are left out stay as they are. */
  secret: Record<string, string>
}

/** Adds or changes a provider; whoever shows the form says what went wrong. */
export const useSaveProvider = (workspaceId: string) =>
  useMutation({
    mutationFn: async (saved: SavedProvider) => {
      await callFunction('providers/save', { workspaceId, ...saved })
    },
    onSuccess: useRefreshProviders(workspaceId),
    meta: { errorShown: true },
  })

const issues = z.array(z.object({ path: z.array(z.unknown()) }))

/** The names of the fields a provider's settings were refused for. */
export function refusedFields(error: unknown): readonly string[] {
  if (!(error instanceof FunctionError) || error.code !== 'invalid_input') return []
  return (issues.safeParse(error.details).data ?? []).flatMap(({ path }) => path.slice(-1).map(String))
}

/** True where the installation has no key to encrypt with. */
export const isWithoutKey = (error: unknown): boolean =>
  error instanceof FunctionError && error.code === 'no_encryption_key'

const said = z.object({ said: z.string() })

/** What the provider said to a test, where it did not accept it. */
export const saidTo = (error: unknown): string | undefined =>
  error instanceof FunctionError ? said.safeParse(error.details).data?.said : undefined

const tested = z.object({ to: z.string() })

/** Sends a mail through the provider to whoever asks, in their language. */
export const useTestProvider = (workspaceId: string) =>
  useMutation({
    mutationFn: async ({ id, locale }: { id: string; locale: string }) =>
      tested.parse(await callFunction('providers/test', { workspaceId, id, locale })),
    meta: { errorShown: true },
  })

/** Sends email through this provider from now on, or through that of the installation. */
export const useUseProvider = (workspaceId: string) =>
  useMutation({
    mutationFn: async (id: string | undefined) => {
      const wanted = { workspace: workspaceId, on_channel: 'email', ...(id !== undefined && { provider: id }) }
      await supabase.rpc('use_provider', wanted).throwOnError()
    },
    onSettled: useRefreshProviders(workspaceId),
  })

export const useRemoveProvider = (workspaceId: string) =>
  useMutation({
    mutationFn: async (id: string) => {
      await supabase.from('providers').delete().match({ workspace_id: workspaceId, id }).throwOnError()
    },
    onSettled: useRefreshProviders(workspaceId),
  })
