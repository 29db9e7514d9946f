import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { loadJourney } from './journeys'

const draft = z.object({ nodes: z.array(z.object({ id: z.string(), type: z.string(), data: z.unknown() })) })
const written = z.object({
  name: z.string().catch(''),
  content: z.record(z.string(), z.object({ subject: z.string() })).catch({}),
})

/** The messages that a journey's draft has, by step, as their author calls them; else by their subject. */
export const journeyMessagesQuery = (workspaceId: string, journeyId: string) =>
  queryOptions({
    queryKey: ['journeyMessages', workspaceId, journeyId],
    queryFn: async () => {
      const saved = draft.safeParse((await loadJourney(workspaceId, journeyId))?.draft)
      const nodes = saved.success ? saved.data.nodes.filter(({ type }) => type === 'message') : []
      return nodes.map(({ id, data }) => ({ id, name: nameOf(data) ?? id }))
    },
  })

function nameOf(data: unknown): string | undefined {
  const message = written.safeParse(data)
  if (!message.success) return undefined
  const subjects = Object.values(message.data.content).map(({ subject }) => subject)
  return [message.data.name, ...subjects].find((each) => each.trim() !== '')
}
