import { useTranslation } from 'react-i18next'
import { useSegmentNames } from '@/data/segments'
import { SelectField } from '@/ui/SelectField'
import type { ConditionProps } from './conditionProps'
import { namedOptions } from './namedOptions'

export function SegmentField({
  number,
  condition,
  workspaceId,
  onCommit,
  disabled,
  inSegment,
}: ConditionProps<'memberOf'>) {
  const { t } = useTranslation('nodes')
  const { data } = useSegmentNames(workspaceId)
  const segments = inSegment ? data?.filter(({ kind }) => kind === 'list') : data
  return (
    <SelectField
      label={t('condition.segment', { number })}
      hideLabel
      disabled={disabled}
      placeholder={t('condition.chooseSegment')}
      hint={segments?.length === 0 ? t('condition.noSegments') : undefined}
      value={condition.segment || null}
      onChange={(segment) => onCommit({ ...condition, segment })}
      options={namedOptions(segments, condition.segment, t('condition.gone'))}
    />
  )
}
