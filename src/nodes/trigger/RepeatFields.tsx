import { useTranslation } from 'react-i18next'
import { SelectField } from '@/ui/SelectField'
import { DraftField } from '../fields/DraftField'
import type { PanelProps } from '../nodeView'
import { LAST_DAY, monthDayOf, monthlyOn, type RepeatKind, repeatKind, repeatKinds, repeatOf } from './repeatKind'
import type { Schedule } from './triggerData'

const monthDays = [...Array.from({ length: 31 }, (_, index) => index + 1), LAST_DAY]

export function RepeatFields({ data, onChange, problems, context }: PanelProps<Schedule>) {
  const { t } = useTranslation('node.trigger')
  const { repeat, ...rest } = data
  const kind = repeatKind(repeat)
  const wrong = problems.find(({ code }) => code === 'trigger.badRepeat' || code === 'trigger.neverComes')
  const commit = (next: string | undefined) => onChange(next === undefined ? rest : { ...rest, repeat: next })
  return (
    <>
      <SelectField<RepeatKind>
        label={t('repeat')}
        disabled={context.readOnly}
        value={kind}
        onChange={(next) => commit(repeatOf(next, data))}
        options={repeatKinds.map((each) => ({ value: each, label: t(`repeats.${each}`) }))}
      />
      {kind === 'monthly' && (
        <SelectField
          label={t('monthDay')}
          hint={monthDayOf(repeat) > 28 ? t('monthDayHint') : undefined}
          disabled={context.readOnly}
          value={String(monthDayOf(repeat))}
          onChange={(day) => commit(monthlyOn(Number(day)))}
          options={monthDays.map((day) => ({
            value: String(day),
            label: day === LAST_DAY ? t('lastDay') : String(day),
          }))}
        />
      )}
      {kind === 'custom' && (
        <DraftField
          label={t('rule')}
          hint={t('ruleHint')}
          error={wrong && t(`problems.${wrong.code}`)}
          disabled={context.readOnly}
          value={repeat ?? ''}
          onCommit={(text) =>
            commit(
              text
                .trim()
                .toUpperCase()
                .replace(/^RRULE:/, ''),
            )
          }
        />
      )}
    </>
  )
}
