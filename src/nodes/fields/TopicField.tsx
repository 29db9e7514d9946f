import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { topicName, topicsQuery } from '@/data/topics'
import { SelectField } from '@/ui/SelectField'
import type { ConditionProps } from './conditionProps'
import { namedOptions } from './namedOptions'

const ALL = '*'

export function TopicField({ number, condition, workspaceId, onCommit, disabled }: ConditionProps<'subscribed'>) {
  const { t, i18n } = useTranslation('nodes')
  const { data: topics } = useQuery(topicsQuery(workspaceId))
  const named = topics?.map((topic) => ({ id: topic.id, name: topicName(topic, i18n.language) }))
  const chosen = condition.topic === ALL ? undefined : condition.topic
  return (
    <SelectField
      label={t('condition.topic', { number })}
      hideLabel
      disabled={disabled}
      placeholder={t('condition.chooseTopic')}
      value={condition.topic || null}
      onChange={(topic) => onCommit({ ...condition, topic })}
      options={[{ value: ALL, label: t('condition.allTopics') }, ...namedOptions(named, chosen, t('condition.gone'))]}
    />
  )
}
