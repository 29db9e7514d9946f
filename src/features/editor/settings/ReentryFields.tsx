import { useTranslation } from 'react-i18next'
import { DurationField } from '@/nodes/fields/DurationField'
import { RadioGroup } from '@/ui/RadioGroup'
import { useEditor } from '../store/EditorContext'
import type { SettingsFieldsProps } from './settingsFields'

const ways = ['never', 'always', 'after'] as const
const A_MONTH = 'P30D'

export function ReentryFields({ settings: { reentry }, onChange }: SettingsFieldsProps) {
  const { t } = useTranslation('editor')
  const { readOnly } = useEditor().world
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        label={t('settings.reentry')}
        value={reentry.allow}
        disabled={readOnly}
        onChange={(allow) => onChange({ reentry: allow === 'after' ? { allow, rest: A_MONTH } : { allow } })}
        options={ways.map((value) => ({
          value,
          label: t(`settings.reentryAllow.${value}`),
          hint: t(`settings.reentryHint.${value}`),
        }))}
      />
      {reentry.allow === 'after' && (
        <DurationField
          label={t('settings.rest')}
          value={reentry.rest}
          disabled={readOnly}
          onCommit={(rest) => onChange({ reentry: { allow: 'after', rest } })}
        />
      )}
    </div>
  )
}
