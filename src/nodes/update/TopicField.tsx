import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { topicName, topicsQuery } from '@/data/topics'
import { SelectField } from '@/ui/SelectField'
import { namedOptions } from '../fields/namedOptions'
import type { ChangeFieldsProps } from './ChangeFields'

export function TopicField(props: ChangeFieldsProps<'subscribe' | 'unsubscribe'>) {
  const { change, workspaceId, disabled, onCommit } = props
  const { t, i18n } = useTranslation('node.update')
  const { data } = useQuery(topicsQuery(workspaceId))
  const topics = data?.map((topic) => ({ id: topic.id, name: topicName(topic, i18n.language) }))
  return (
    <SelectField
      label={t('topic')}
      placeholder={t('chooseTopic')}
      disabled={disabled}
      value={change.topic || null}
      onChange={(topic) => onCommit({ ...change, topic })}
      options={namedOptions(topics, change.topic, t('gone'))}
    />
  )
}
