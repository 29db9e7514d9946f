import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { eventPropertiesQuery } from '@/data/eventNames'
import { DraftField } from '@/nodes/fields/DraftField'
import { SuggestField } from '@/nodes/fields/SuggestField'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { useEditor } from '../store/EditorContext'
import type { TypedProperty } from './trial'

type PropertyFieldsProps = {
  /** The name of the event, for suggestions. */
  event: string
  properties: readonly TypedProperty[]
  onCommit: (properties: readonly TypedProperty[]) => void
}

export function PropertyFields({ event, properties, onCommit }: PropertyFieldsProps) {
  const { t } = useTranslation('simulator')
  const { world } = useEditor()
  const { data: known = [] } = useQuery(eventPropertiesQuery(world.workspaceId, event))
  const change = (index: number, to: Partial<TypedProperty>) =>
    onCommit(properties.map((each, at) => (at === index ? { ...each, ...to } : each)))
  return (
    <>
      {properties.length > 0 && (
        <ul className="flex flex-col gap-2">
          {properties.map(({ name, value }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: properties have no identity but their place
            <li key={index} className="grid grid-cols-[1fr_1fr_auto] items-start gap-1">
              <SuggestField
                label={t('property.name', { number: index + 1 })}
                hideLabel
                placeholder={t('property.namePlaceholder')}
                value={name}
                suggestions={known}
                onCommit={(next) => change(index, { name: next })}
              />
              <DraftField
                label={t('property.value', { number: index + 1 })}
                hideLabel
                placeholder={t('property.valuePlaceholder')}
                value={value}
                onCommit={(next) => change(index, { value: next })}
              />
              <IconButton
                label={t('property.remove', { number: index + 1 })}
                icon={X}
                onClick={() => onCommit(properties.toSpliced(index, 1))}
              />
            </li>
          ))}
        </ul>
      )}
      <Button
        variant="quiet"
        size="sm"
        icon={Plus}
        className="self-start"
        onClick={() => onCommit([...properties, { name: '', value: '' }])}
      >
        {t('property.add')}
      </Button>
    </>
  )
}
