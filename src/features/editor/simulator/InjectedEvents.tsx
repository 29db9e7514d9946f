import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { eventNamesQuery } from '@/data/eventNames'
import { DurationField } from '@/nodes/fields/DurationField'
import { SuggestField } from '@/nodes/fields/SuggestField'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { useEditor, useEditorState } from '../store/EditorContext'
import { PropertyFields } from './PropertyFields'
import type { InjectedEvent } from './trial'

/** What the contact shall do on the way. */
export function InjectedEvents() {
  const { t } = useTranslation('simulator')
  const { store, world } = useEditor()
  const events = useEditorState(({ trial }) => trial.events)
  const commit = (next: readonly InjectedEvent[]) => store.getState().setUp({ events: next })
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-2 font-medium text-sm">{t('event.list')}</legend>
      {events.length > 0 && (
        <ul className="flex flex-col gap-2">
          {events.map((event, index) => (
            <EventRow
              key={event.id}
              event={event}
              number={index + 1}
              onCommit={(changed) => commit(events.with(index, changed))}
              onRemove={() => commit(events.toSpliced(index, 1))}
            />
          ))}
        </ul>
      )}
      <Button
        variant="quiet"
        size="sm"
        icon={Plus}
        className="self-start"
        onClick={() => commit([...events, { id: world.newId('e'), name: '', after: 'PT1H', properties: [] }])}
      >
        {t('event.add')}
      </Button>
    </fieldset>
  )
}

type EventRowProps = {
  event: InjectedEvent
  number: number
  onCommit: (event: InjectedEvent) => void
  onRemove: () => void
}

function EventRow({ event, number, onCommit, onRemove }: EventRowProps) {
  const { t } = useTranslation('simulator')
  const { world } = useEditor()
  const { data: names = [] } = useQuery(eventNamesQuery(world.workspaceId))
  return (
    <li className="flex items-start gap-1 rounded-md border border-line p-2">
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <SuggestField
          label={t('event.name', { number })}
          value={event.name}
          suggestions={names}
          onCommit={(name) => onCommit({ ...event, name })}
        />
        <DurationField
          label={t('event.after', { number })}
          value={event.after}
          onCommit={(after) => onCommit({ ...event, after })}
        />
        <PropertyFields
          event={event.name}
          properties={event.properties}
          onCommit={(properties) => onCommit({ ...event, properties })}
        />
      </div>
      <IconButton label={t('event.remove', { number })} icon={X} size="sm" onClick={onRemove} />
    </li>
  )
}
