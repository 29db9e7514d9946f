import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { journeysQuery } from '@/data/journeys'
import { useSegmentNames } from '@/data/segments'
import { type Topic, topicName, topicsQuery } from '@/data/topics'
import type { Journey } from '@/engine/journey'
import type { NodeNames } from '@/nodes/nodeView'
import { useEditor, useEditorState } from '../store/EditorContext'
import { once } from '../store/once'
import { spokenOf } from './spokenOf'

type Named = { id: string; name: string }

const none: ReadonlyMap<string, string> = new Map()

const speaksOf = once((journey: Journey) => [...new Set(journey.nodes.flatMap(spokenOf))].sort().join(' '))

/** Names of what the steps of the open journey mention; loaded only where one of them does. */
export function useNodeNames(): Omit<NodeNames, 'step'> {
  const { world } = useEditor()
  const { i18n } = useTranslation()
  const spoken = useEditorState(({ journey }) => speaksOf(journey)).split(' ')
  const journeys = useQuery({ ...journeysQuery(world.workspaceId), enabled: spoken.includes('journeys') }).data
  const segments = useSegmentNames(world.workspaceId, spoken.includes('segments')).data
  const topics = useQuery({ ...topicsQuery(world.workspaceId), enabled: spoken.includes('topics') }).data
  const { language } = i18n
  return useMemo(
    () => ({
      journeys: byId(journeys),
      segments: byId(segments),
      topics: byId(topics?.map((topic) => spokenTopic(topic, language))),
      messages: none,
    }),
    [journeys, segments, topics, language],
  )
}

const byId = (named: readonly Named[] | undefined): ReadonlyMap<string, string> =>
  named ? new Map(named.map(({ id, name }) => [id, name])) : none

const spokenTopic = (topic: Topic, language: string): Named => ({ id: topic.id, name: topicName(topic, language) })
