import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { eventPropertiesQuery } from '@/data/eventNames'
import { EventFields } from '../fields/EventFields'
import { OwnProblems } from '../fields/OwnProblems'
import { SuggestField } from '../fields/SuggestField'
import type { PanelProps } from '../nodeView'
import type { TriggerData } from './trigger'

export function TriggerPanel({ data, onChange, problems, context }: PanelProps<TriggerData>) {
  const { t } = useTranslation('node.trigger')
  const { workspaceId, readOnly } = context
  const { data: properties = [] } = useQuery(eventPropertiesQuery(workspaceId, data.event.name))
  return (
    <div className="flex flex-col gap-5">
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
      <details open={data.key !== undefined || undefined} className="rounded-md border border-line px-3 py-2">
        <summary className="font-medium text-sm">{t('advanced')}</summary>
        <SuggestField
          label={t('key')}
          hint={t('keyHint')}
          optional
          disabled={readOnly}
          value={data.key ?? ''}
          suggestions={properties}
          onCommit={(key) => {
            const { key: _, ...rest } = data
            onChange(key === '' ? rest : { ...rest, key })
          }}
          className="pt-3 pb-1"
        />
      </details>
    </div>
  )
}
