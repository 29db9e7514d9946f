import { useTranslation } from 'react-i18next'
import { useSegmentNames } from '@/data/segments'
import { SelectField } from '@/ui/SelectField'

type SegmentFieldProps = {
  workspaceId: string
  value: string
  error: string | undefined
  onCommit: (segment: string) => void
  disabled: boolean
}

export function SegmentField({ workspaceId, value, error, onCommit, disabled }: SegmentFieldProps) {
  const { t } = useTranslation('node.trigger')
  const { data: segments = [], isSuccess } = useSegmentNames(workspaceId)
  return (
    <SelectField
      label={t('segment')}
      hint={isSuccess && segments.length === 0 ? t('noSegments') : undefined}
      placeholder={t('chooseSegment')}
      error={error}
      disabled={disabled}
      value={segments.some(({ id }) => id === value) ? value : null}
      onChange={onCommit}
      options={segments.map(({ id, name, kind }) => ({ value: id, label: name, hint: t(`segmentKinds.${kind}`) }))}
    />
  )
}
