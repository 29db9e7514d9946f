import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { eventPropertiesQuery } from '@/data/eventNames'
import { EventFields } from '../fields/EventFields'
import { OwnProblems } from '../fields/OwnProblems'
import type { PanelProps } from '../nodeView'
import { KeyField } from './KeyField'
import type { TriggerOn } from './triggerData'

export function EventTriggerFields({ data, onChange, problems, context }: PanelProps<TriggerOn<'event'>>) {
  const { t } = useTranslation('node.trigger')
  const { workspaceId, readOnly } = context
  const { data: properties = [] } = useQuery(eventPropertiesQuery(workspaceId, data.event.name))
  const { key, ...rest } = data
  return (
    <>
      <EventFields
        label={t('event')}
        hint={t('eventHint')}
        error={problems.some(({ code }) => code === 'trigger.noEvent') ? t('problems.trigger.noEvent') : undefined}
        workspaceId={workspaceId}
        event={data.event}
        onCommit={(event) => onChange({ ...data, event })}
        disabled={readOnly}
      />
      <OwnProblems type="trigger" problems={problems} except={['trigger.noEvent']} />
      <KeyField
        value={key}
        suggestions={properties}
        disabled={readOnly}
        onCommit={(next) => onChange(next === undefined ? rest : { ...rest, key: next })}
      />
    </>
  )
}
