import { useTranslation } from 'react-i18next'
import { SelectField } from '@/ui/SelectField'
import type { Condition } from '../../audience/rule'
import { type ConditionKind, conditionKinds, kindIn } from './conditionDraft'
import { EngagementFields } from './EngagementFields'
import { EventPropertyFields } from './EventPropertyFields'
import { LanguagesField } from './LanguagesField'
import { PerformedFields } from './PerformedFields'
import { ScoreFields } from './ScoreFields'
import { SegmentField } from './SegmentField'
import { StageFields } from './StageFields'
import { TopicField } from './TopicField'
import { UnchangedFields } from './UnchangedFields'
import { ValueFields } from './ValueFields'

type ConditionFieldsProps = {
  number: string
  condition: Condition
  negated: boolean
  workspaceId: string
  onCommit: (condition: Condition) => void
  onChangeKind: (kind: ConditionKind) => void
  disabled: boolean
  inSegment?: boolean | undefined
}

export function ConditionFields({ onChangeKind, negated, ...props }: ConditionFieldsProps) {
  const { t } = useTranslation('nodes')
  const kind = kindIn(props.condition, negated)
  return (
    <>
      <SelectField
        label={t('condition.kind', { number: props.number })}
        hideLabel
        disabled={props.disabled}
        value={kind}
        onChange={onChangeKind}
        options={conditionKinds
          .filter((each) => !(props.inSegment && each === 'entryEvent'))
          .map((each) => ({ value: each, label: t(`condition.${each}`) }))}
      />
      <KindFields {...props} counted={kind === 'performed'} />
    </>
  )
}

type KindFieldsProps = Omit<ConditionFieldsProps, 'negated' | 'onChangeKind'> & { counted: boolean }

function KindFields({ condition, counted, ...props }: KindFieldsProps) {
  const { t } = useTranslation('nodes')
  switch (condition.if) {
    case 'attribute':
    case 'entryEvent':
      return <ValueFields {...props} condition={condition} />
    case 'performed':
      return <PerformedFields {...props} condition={condition} counted={counted} />
    case 'eventProperty':
      return <EventPropertyFields {...props} condition={condition} />
    case 'message':
      return <EngagementFields {...props} condition={condition} />
    case 'memberOf':
      return <SegmentField {...props} condition={condition} />
    case 'stage':
      return <StageFields {...props} condition={condition} />
    case 'score':
      return <ScoreFields {...props} condition={condition} />
    case 'subscribed':
      return <TopicField {...props} condition={condition} />
    case 'reachable':
      return <p className="text-muted text-xs">{t('condition.reachableHint')}</p>
    case 'locale':
      return <LanguagesField {...props} condition={condition} />
    case 'unchanged':
      return <UnchangedFields {...props} condition={condition} />
  }
}
