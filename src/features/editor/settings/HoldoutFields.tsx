import { useTranslation } from 'react-i18next'
import { NumberField } from '@/nodes/fields/NumberField'
import { readNumber } from '@/nodes/fields/readNumber'
import { useEditor } from '../store/EditorContext'
import type { SettingsFieldsProps } from './settingsFields'

const percent = { least: 0, most: 50 }
/** A part is kept to a thousandth of a percent, which also takes away what binary fractions add. */
const rounded = (part: number) => Math.round(part * 100_000) / 100_000

/** Which part of the contacts is kept out, to compare with. */
export function HoldoutFields({ settings: { holdout }, onChange }: SettingsFieldsProps) {
  const { t } = useTranslation('editor')
  const { readOnly } = useEditor().world
  return (
    <section className="flex flex-col gap-3 border-line border-t pt-4">
      <div>
        <h3 className="font-medium text-sm">{t('settings.holdout')}</h3>
        <p className="text-muted text-xs">{t('settings.holdoutHint')}</p>
      </div>
      <NumberField
        label={t('settings.holdoutShare')}
        hint={t('settings.holdoutShareHint')}
        disabled={readOnly}
        error={t('settings.holdoutWrong')}
        value={rounded(holdout * 100)}
        read={(text) => readNumber(text, percent)}
        onCommit={(wanted) => onChange({ holdout: rounded(wanted / 100) })}
      />
    </section>
  )
}
