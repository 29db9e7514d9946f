import { useTranslation } from 'react-i18next'
import { RadioGroup } from '@/ui/RadioGroup'
import { DraftField } from '../fields/DraftField'
import type { PanelProps } from '../nodeView'
import type { MessageData } from './message'

const topics = ['marketing', 'service'] as const

export function MessagePanel({ data, onChange, context }: PanelProps<MessageData>) {
  const { t } = useTranslation('node.message')
  return (
    <div className="flex flex-col gap-5">
      <DraftField
        label={t('field')}
        hint={t('nameHint')}
        maxLength={200}
        disabled={context.readOnly}
        value={data.name}
        onCommit={(name) => onChange({ ...data, name: name.trim() })}
      />
      <RadioGroup
        label={t('topic')}
        disabled={context.readOnly}
        value={data.topic}
        onChange={(topic) => onChange({ ...data, topic })}
        options={topics.map((topic) => ({
          value: topic,
          label: t(`topics.${topic}`),
          hint: t(`topics.${topic}Hint`),
        }))}
      />
    </div>
  )
}
