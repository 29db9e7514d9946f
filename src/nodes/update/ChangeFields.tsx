import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { attributeNamesQuery } from '@/data/eventNames'
import { SelectField } from '@/ui/SelectField'
import { lifecycleStages } from '../../audience/rule'
import { NumberField } from '../fields/NumberField'
import { readAmount } from '../fields/readAmount'
import { SuggestField } from '../fields/SuggestField'
import { AttributeValueFields } from './AttributeValueFields'
import { ListField } from './ListField'
import { TopicField } from './TopicField'
import type { WantedChange } from './updateData'

export type ChangeFieldsProps<Kind extends WantedChange['do'] = WantedChange['do']> = {
  change: Extract<WantedChange, { do: Kind }>
  workspaceId: string
  disabled: boolean
  onCommit: (change: WantedChange) => void
}

/** What one change needs to know, by its kind. */
export function ChangeFields(props: ChangeFieldsProps) {
  const { t } = useTranslation('node.update')
  const { change, disabled, onCommit } = props
  switch (change.do) {
    case 'set':
    case 'unset':
    case 'add':
      return <AttributeFields {...props} change={change} />
    case 'stage':
      return (
        <SelectField
          label={t('stage')}
          disabled={disabled}
          value={change.stage}
          onChange={(stage) => onCommit({ ...change, stage })}
          options={lifecycleStages.map((each) => ({ value: each, label: t(`nodes:stage.${each}`) }))}
        />
      )
    case 'join':
    case 'leave':
      return <ListField {...props} change={change} />
    case 'subscribe':
    case 'unsubscribe':
      return <TopicField {...props} change={change} />
  }
}

function AttributeFields({ change, workspaceId, disabled, onCommit }: ChangeFieldsProps<'set' | 'unset' | 'add'>) {
  const { t } = useTranslation('node.update')
  const { data: attributes = [] } = useQuery(attributeNamesQuery(workspaceId))
  return (
    <>
      <SuggestField
        label={t('attribute')}
        disabled={disabled}
        value={change.attribute}
        suggestions={attributes}
        onCommit={(attribute) => onCommit({ ...change, attribute })}
      />
      {change.do === 'add' && (
        <NumberField
          label={t('by')}
          hint={t('byHint')}
          error={t('nodes:numberError')}
          disabled={disabled}
          value={change.by}
          read={readAmount}
          onCommit={(by) => onCommit({ ...change, by })}
        />
      )}
      {change.do === 'set' && (
        <AttributeValueFields
          value={change.value}
          workspaceId={workspaceId}
          disabled={disabled}
          onCommit={(value) => onCommit({ ...change, value })}
        />
      )}
    </>
  )
}
