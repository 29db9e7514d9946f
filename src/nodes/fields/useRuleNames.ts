import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { journeyMessagesQuery } from '@/data/journeyMessages'
import { journeysQuery } from '@/data/journeys'
import { useSegmentNames } from '@/data/segments'
import { topicName, topicsQuery } from '@/data/topics'
import { conditionsIn } from '../../audience/inspect'
import type { Rule } from '../../audience/rule'
import type { RuleNames } from './ruleText'

type Named = { id: string; name: string }

const byId = (named: readonly Named[] = []): ReadonlyMap<string, string> =>
  new Map(named.map(({ id, name }) => [id, name]))

/** The names of what a rule mentions by id, loaded only where it does. */
export function useRuleNames(workspaceId: string, rule: Rule): RuleNames {
  const { i18n } = useTranslation()
  const conditions = conditionsIn(rule)
  const asks = (kind: string) => conditions.some((each) => each.if === kind)
  const mentioned = conditions.flatMap((each) => (each.if === 'message' && each.journey ? [each.journey] : []))
  const segments = useSegmentNames(workspaceId, asks('memberOf')).data
  const topics = useQuery({ ...topicsQuery(workspaceId), enabled: asks('subscribed') }).data
  const journeys = useQuery({ ...journeysQuery(workspaceId), enabled: mentioned.length > 0 }).data
  const messages = useQueries({
    queries: [...new Set(mentioned)].map((journey) => journeyMessagesQuery(workspaceId, journey)),
  })
  return {
    segments: byId(segments),
    topics: byId(topics?.map((topic) => ({ id: topic.id, name: topicName(topic, i18n.language) }))),
    journeys: byId(journeys),
    messages: byId(messages.flatMap(({ data }) => data ?? [])),
  }
}
