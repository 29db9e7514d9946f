import { useTranslation } from 'react-i18next'
import { DraftField } from '../fields/DraftField'
import type { PanelProps } from '../nodeView'
import type { ExitData } from './exit'

export function ExitPanel({ data, onChange, context }: PanelProps<ExitData>) {
  const { t } = useTranslation('node.exit')
  return (
    <DraftField
      label={t('reason')}
      hint={t('reasonHint')}
      optional
      maxLength={100}
      disabled={context.readOnly}
      value={data.reason}
      onCommit={(reason) => onChange({ ...data, reason: reason.trim() })}
    />
  )
}
