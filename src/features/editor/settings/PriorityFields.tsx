import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DraftField } from '@/nodes/fields/DraftField'
import { readNumber } from '@/nodes/fields/readNumber'
import { useEditor } from '../store/EditorContext'
import type { SettingsFieldsProps } from './settingsFields'

const limits = { least: 0, most: 100 }
const UNLESS_SET = 50

/** Whose message goes first where there is a place for one. */
export function PriorityFields({ settings: { sending }, onChange }: SettingsFieldsProps) {
  const { t } = useTranslation('editor')
  const { readOnly } = useEditor().world
  const [refused, setRefused] = useState(false)
  return (
    <section className="flex flex-col gap-3 border-line border-t pt-4">
      <div>
        <h3 className="font-medium text-sm">{t('settings.priority')}</h3>
        <p className="text-muted text-xs">{t('settings.priorityHint')}</p>
      </div>
      <DraftField
        label={t('settings.priority')}
        hint={t('settings.priorityFieldHint')}
        inputMode="numeric"
        disabled={readOnly}
        error={refused ? t('settings.priorityWrong') : undefined}
        value={String(sending?.priority ?? UNLESS_SET)}
        onCommit={(text) => {
          const priority = readNumber(text, limits)
          const isWhole = priority !== undefined && Number.isInteger(priority)
          setRefused(!isWhole)
          if (isWhole) onChange({ sending: { priority } })
        }}
      />
    </section>
  )
}
