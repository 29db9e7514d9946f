import { useTranslation } from 'react-i18next'
import { NumberField } from '@/nodes/fields/NumberField'
import { readNumber } from '@/nodes/fields/readNumber'
import { useEditor } from '../store/EditorContext'
import type { SettingsFieldsProps } from './settingsFields'

const UNLESS_SET = 50

function readPriority(text: string): number | undefined {
  const priority = readNumber(text, { least: 0, most: 100 })
  return Number.isInteger(priority) ? priority : undefined
}

/** Whose message goes first where there is a place for one. */
export function PriorityFields({ settings: { sending }, onChange }: SettingsFieldsProps) {
  const { t } = useTranslation('editor')
  const { readOnly } = useEditor().world
  return (
    <section className="flex flex-col gap-3 border-line border-t pt-4">
      <div>
        <h3 className="font-medium text-sm">{t('settings.priority')}</h3>
        <p className="text-muted text-xs">{t('settings.priorityHint')}</p>
      </div>
      <NumberField
        label={t('settings.priority')}
        hint={t('settings.priorityFieldHint')}
        isWhole
        disabled={readOnly}
        error={t('settings.priorityWrong')}
        value={sending?.priority ?? UNLESS_SET}
        read={readPriority}
        onCommit={(priority) => onChange({ sending: { priority } })}
      />
    </section>
  )
}
