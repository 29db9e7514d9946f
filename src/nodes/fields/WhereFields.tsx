import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { eventPropertiesQuery } from '@/data/eventNames'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import type { EventMatch } from '../../audience/rule'
import { SuggestField } from './SuggestField'
import { TestFields } from './TestFields'
import { isDateTest } from './testDraft'

type WhereFieldsProps = {
  label: string
  workspaceId: string
  event: EventMatch
  onCommit: (where: EventMatch['where']) => void
  disabled: boolean
}

/** Conditions on an event's properties. A fresh one has no property yet, so it is not in the data until it is named. */
export function WhereFields({ label, workspaceId, event, onCommit, disabled }: WhereFieldsProps) {
  const { t } = useTranslation('nodes')
  const { data: properties = [] } = useQuery(eventPropertiesQuery(workspaceId, event.name))
  const [adding, setAdding] = useState(false)
  const { where } = event
  const rows = adding ? [...where, { property: '', test: { op: 'is' as const, value: '' } }] : where
  function drop(index: number) {
    if (index < where.length) onCommit(where.toSpliced(index, 1))
    else setAdding(false)
  }
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="sr-only">{label}</legend>
      {rows.length > 0 && (
        <ul className="flex flex-col gap-2">
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
            <li key={index} className="flex items-start gap-1 rounded-md border border-line p-2">
              <div className="flex min-w-0 flex-1 flex-col gap-1.5">
                <SuggestField
                  label={t('where.property', { number: index + 1 })}
                  hideLabel
                  disabled={disabled}
                  placeholder={t('property.placeholder')}
                  value={row.property}
                  suggestions={properties}
                  onCommit={(property) => {
                    if (property === '') return
                    setAdding(adding && index < where.length)
                    onCommit(where.toSpliced(index, 1, { ...row, property }))
                  }}
                />
                {row.property !== '' && (
                  <TestFields
                    number={String(index + 1)}
                    disabled={disabled}
                    test={row.test}
                    onCommit={(test) => isDateTest(test) || onCommit(where.toSpliced(index, 1, { ...row, test }))}
                  />
                )}
              </div>
              <IconButton
                label={t('where.remove', { number: index + 1 })}
                icon={X}
                size="sm"
                disabled={disabled}
                onClick={() => drop(index)}
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
        disabled={disabled || adding || event.name === ''}
        onClick={() => setAdding(true)}
      >
        {t('where.add')}
      </Button>
    </fieldset>
  )
}
