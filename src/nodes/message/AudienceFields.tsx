import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Topic, topicName, topicsQuery } from '@/data/topics'
import { RadioGroup } from '@/ui/RadioGroup'
import { SelectField } from '@/ui/SelectField'
import { Switch } from '@/ui/Switch'
import { capClasses } from '../../engine/policy'
import type { PanelProps } from '../nodeView'
import { WindowFields } from '../wait/WindowFields'
import type { MessageData } from './message'

type AudienceFieldsProps = Omit<PanelProps<MessageData>, 'problems'>

const WORKDAY = { from: '09:00', to: '17:00' }

/** Whom the message reaches, and at which hours. */
export function AudienceFields({ data, onChange, context }: AudienceFieldsProps) {
  const { t } = useTranslation('node.message')
  const { window, ...rest } = data
  const disabled = context.readOnly
  return (
    <>
      <TopicField data={data} onChange={onChange} context={context} />
      <RadioGroup
        label={t('capClass')}
        disabled={disabled}
        value={data.capClass}
        onChange={(capClass) => onChange({ ...data, capClass })}
        options={capClasses.map((each) => ({
          value: each,
          label: t(`capClasses.${each}`),
          hint: t(`capClasses.${each}Hint`),
        }))}
      />
      <Switch
        label={t('hasWindow')}
        hint={t('hasWindowHint')}
        disabled={disabled}
        checked={window !== undefined}
        onChange={(wanted) => onChange(wanted ? { ...data, window: WORKDAY } : rest)}
      />
      {window && (
        <WindowFields
          data={{ until: 'window', ...window }}
          onChange={({ until: _, ...changed }) => onChange({ ...data, window: changed })}
          problems={[]}
          context={context}
        />
      )}
      <Switch
        label={t('hasNotSent')}
        hint={t('hasNotSentHint')}
        disabled={disabled}
        checked={data.hasNotSent}
        onChange={(hasNotSent) => onChange({ ...data, hasNotSent })}
      />
    </>
  )
}

function TopicField({ data, onChange, context }: AudienceFieldsProps) {
  const { t, i18n } = useTranslation('node.message')
  const { data: topics = [] } = useQuery(topicsQuery(context.workspaceId))
  const chosen = topics.find(({ id }) => id === data.topic)
  const options = topics.map((topic) => ({
    value: topic.id,
    label: topicName(topic, i18n.language),
    hint: t(`topicHint.${reachOf(topic)}`),
  }))
  return (
    <SelectField
      label={t('topic')}
      hint={chosen && t(`topicHint.${reachOf(chosen)}`)}
      disabled={context.readOnly}
      value={data.topic}
      onChange={(topic) => onChange({ ...data, topic })}
      options={chosen ? options : [...options, { value: data.topic, label: data.topic }]}
    />
  )
}

const reachOf = ({ by_default, double_opt_in }: Topic) => {
  if (by_default === 'subscribed') return 'subscribed'
  return double_opt_in ? 'confirmed' : 'unsubscribed'
}
