import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Cap, capClasses } from '@/engine/policy'
import { durationText } from '@/lib/durationText'
import { useLanguage } from '@/lib/useLanguage'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { SelectField } from '@/ui/SelectField'
import { CapNumberField } from './CapNumberField'

type CapFieldsProps = { caps: readonly Cap[]; onChange: (caps: readonly Cap[]) => void; disabled: boolean }

const MOST_CAPS = 20
const spans = ['PT1H', 'PT6H', 'PT12H', 'P1D', 'P2D', 'P3D', 'P1W', 'P2W', 'P1M', 'P3M']
const newCap: Cap = { capClass: 'marketing', most: 3, per: 'P1W' }

export function CapFields({ caps, onChange, disabled }: CapFieldsProps) {
  const { t } = useTranslation('policy')
  return (
    <section aria-label={t('rules.caps')} className="flex flex-col gap-3">
      <div>
        <h3 className="font-medium text-sm">{t('rules.caps')}</h3>
        <p className="text-muted text-xs">{t('rules.capsHint')}</p>
      </div>
      {caps.length === 0 && <p className="text-muted text-sm">{t('rules.noCaps')}</p>}
      {caps.length > 0 && (
        <ol className="flex flex-col gap-3">
          {caps.map((cap, index) => (
            <CapRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a limit is known by nothing but its place
              key={index}
              cap={cap}
              number={index + 1}
              disabled={disabled}
              onChange={(next) => onChange(caps.toSpliced(index, 1, next))}
              onRemove={() => onChange(caps.toSpliced(index, 1))}
            />
          ))}
        </ol>
      )}
      <Button
        icon={Plus}
        className="self-start"
        disabled={disabled || caps.length >= MOST_CAPS}
        onClick={() => onChange([...caps, newCap])}
      >
        {t('rules.addCap')}
      </Button>
    </section>
  )
}

type CapRowProps = {
  cap: Cap
  number: number
  disabled: boolean
  onChange: (cap: Cap) => void
  onRemove: () => void
}

function CapRow({ cap, number, disabled, onChange, onRemove }: CapRowProps) {
  const { t } = useTranslation('policy')
  const language = useLanguage()
  const offered = spans.includes(cap.per) ? spans : [cap.per, ...spans]
  return (
    <li className="grid grid-cols-[1fr_1fr_auto] items-end gap-2 sm:grid-cols-[minmax(0,1fr)_6rem_minmax(0,1fr)_auto]">
      <SelectField
        className="max-sm:col-span-3"
        label={t('rules.capClass')}
        disabled={disabled}
        value={cap.capClass}
        onChange={(capClass) => onChange({ ...cap, capClass })}
        options={capClasses.map((value) => ({ value, label: t(`rules.classes.${value}`) }))}
      />
      <CapNumberField value={cap.most} disabled={disabled} onChange={(most) => onChange({ ...cap, most })} />
      <SelectField
        label={t('rules.per')}
        disabled={disabled}
        value={cap.per}
        onChange={(per) => onChange({ ...cap, per })}
        options={offered.map((value) => ({ value, label: durationText(value, language) }))}
      />
      <IconButton label={t('rules.removeCap', { number })} icon={Trash2} disabled={disabled} onClick={onRemove} />
    </li>
  )
}
