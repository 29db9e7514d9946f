import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { type Cap, cap, type QuietHours, quietHours } from '@/engine/policy'
import { supabase } from '@/lib/supabase'

const rules = z.object({ quiet_hours: quietHours.nullable(), caps: z.array(cap) })

/** When and how often a workspace writes to a contact. */
export type SendingRules = { quietHours: QuietHours | null; caps: readonly Cap[] }

export const sendingRulesQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['sendingRules', workspaceId],
    queryFn: async (): Promise<SendingRules> => {
      const { data } = await supabase
        .from('sending_policies')
        .select('quiet_hours, caps')
        .eq('workspace_id', workspaceId)
        .single()
        .throwOnError()
      const { quiet_hours, caps } = rules.parse(data)
      return { quietHours: quiet_hours, caps }
    },
  })

export function useSetSendingRules(workspaceId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ quietHours, caps }: SendingRules) => {
      await supabase
        .rpc('set_sending_policy', { workspace: workspaceId, quiet_hours: quietHours, caps: [...caps] })
        .throwOnError()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: sendingRulesQuery(workspaceId).queryKey }),
  })
}
