import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { eventNamesQuery } from '@/data/eventNames'
import type { EventMatch } from '../../audience/rule'
import { SuggestField } from './SuggestField'
import { WhereFields } from './WhereFields'

type EventFieldsProps = {
  label: string
  hint?: string
  hideLabel?: boolean
  error?: string | undefined
  workspaceId: string
  event: EventMatch
  onCommit: (event: EventMatch) => void
  disabled: boolean
}

/** An event the workspace has received, or will one day, and the conditions on its properties. */
export function EventFields({ workspaceId, event, onCommit, disabled, hint, ...name }: EventFieldsProps) {
  const { t } = useTranslation('nodes')
  const { data: known, isSuccess } = useQuery(eventNamesQuery(workspaceId))
  return (
    <div className="flex flex-col gap-2">
      <SuggestField
        {...name}
        hint={isSuccess && known.length === 0 ? t('event.none') : hint}
        disabled={disabled}
        placeholder={t('event.placeholder')}
        value={event.name}
        suggestions={known ?? []}
        onCommit={(next) => onCommit({ ...event, name: next })}
      />
      <WhereFields
        label={t('where.list')}
        workspaceId={workspaceId}
        event={event}
        disabled={disabled}
        onCommit={(where) => onCommit({ ...event, where })}
      />
    </div>
  )
}
