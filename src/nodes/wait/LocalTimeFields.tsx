import { useTranslation } from 'react-i18next'
import { OwnProblems } from '../fields/OwnProblems'
import { TimeField } from '../fields/TimeField'
import { zoneName } from '../fields/zoneName'
import type { PanelProps } from '../nodeView'
import { WeekdaysField } from './WeekdaysField'
import type { WaitFor } from './waitData'

export function LocalTimeFields({ data, onChange, problems, context }: PanelProps<WaitFor<'localTime'>>) {
  const { t } = useTranslation('node.wait')
  const { on, ...rest } = data
  return (
    <>
      <TimeField
        label={t('at')}
        hint={t('zoneHint', { zone: zoneName(context.zone) })}
        disabled={context.readOnly}
        value={data.at}
        onCommit={(at) => onChange({ ...data, at })}
      />
      <WeekdaysField
        disabled={context.readOnly}
        value={on}
        onCommit={(days) => onChange({ ...rest, ...(days && { on: days }) })}
      />
      <OwnProblems type="wait" problems={problems} />
    </>
  )
}
