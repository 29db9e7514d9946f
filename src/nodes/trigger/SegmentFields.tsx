import { useTranslation } from 'react-i18next'
import { Checkbox } from '@/ui/Checkbox'
import type { PanelProps } from '../nodeView'
import { SegmentField } from './SegmentField'
import type { TriggerOn } from './triggerData'

export function SegmentFields(props: PanelProps<TriggerOn<'segmentEntered' | 'segmentLeft'>>) {
  const { data, onChange, problems, context } = props
  const { t } = useTranslation('node.trigger')
  const isMissing = problems.some(({ code }) => code === 'trigger.noSegment')
  return (
    <>
      <SegmentField
        workspaceId={context.workspaceId}
        value={data.segment}
        error={isMissing ? t('problems.trigger.noSegment') : undefined}
        disabled={context.readOnly}
        onCommit={(segment) => onChange({ ...data, segment })}
      />
      {data.on === 'segmentEntered' && (
        <Checkbox
          label={t('includePresent')}
          hint={t('includePresentHint')}
          disabled={context.readOnly}
          checked={data.includePresent}
          onChange={(includePresent) => onChange({ ...data, includePresent })}
        />
      )}
    </>
  )
}
