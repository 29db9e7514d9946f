import { useTranslation } from 'react-i18next'
import { useWorkspace } from '@/data/currentWorkspace'
import type { QuietHours } from '@/engine/policy'
import { Switch } from '@/ui/Switch'
import { TextField } from '@/ui/TextField'

type QuietHoursFieldsProps = {
  value: QuietHours | null
  onChange: (value: QuietHours | null) => void
  disabled: boolean
  error: string | undefined
}

const NIGHT: QuietHours = { from: '21:00', to: '08:00' }

export function QuietHoursFields({ value, onChange, disabled, error }: QuietHoursFieldsProps) {
  const { t } = useTranslation('policy')
  const { time_zone } = useWorkspace()
  return (
    <div className="flex max-w-md flex-col gap-3">
      <Switch
        label={<span className="font-medium">{t('rules.quiet')}</span>}
        hint={t('rules.quietHint', { zone: time_zone.replaceAll('_', ' ') })}
        disabled={disabled}
        checked={value !== null}
        onChange={(wanted) => onChange(wanted ? NIGHT : null)}
      />
      {value && (
        <div className="grid grid-cols-2 items-start gap-3">
          {(['from', 'to'] as const).map((edge) => (
            <TextField
              key={edge}
              type="time"
              step={60}
              label={t(`rules.${edge}`)}
              disabled={disabled}
              error={edge === 'to' ? error : undefined}
              value={value[edge]}
              onChange={({ target }) => target.value !== '' && onChange({ ...value, [edge]: target.value.slice(0, 5) })}
            />
          ))}
        </div>
      )}
    </div>
  )
}
