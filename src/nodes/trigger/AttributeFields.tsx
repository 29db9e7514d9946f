import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { attributeNamesQuery } from '@/data/eventNames'
import { Checkbox } from '@/ui/Checkbox'
import type { ValueTest } from '../../audience/rule'
import { OwnProblems } from '../fields/OwnProblems'
import { SuggestField } from '../fields/SuggestField'
import { TestFields } from '../fields/TestFields'
import { isDateTest } from '../fields/testDraft'
import type { PanelProps } from '../nodeView'
import type { TriggerOn } from './triggerData'

export function AttributeFields({ data, onChange, problems, context }: PanelProps<TriggerOn<'attribute'>>) {
  const { t } = useTranslation('node.trigger')
  const { workspaceId, readOnly } = context
  const { data: known = [] } = useQuery(attributeNamesQuery(workspaceId))
  const { from, to, ...rest } = data
  const commit = (tests: { from?: ValueTest | undefined; to?: ValueTest | undefined }) =>
    onChange({ ...rest, ...(tests.from && { from: tests.from }), ...(tests.to && { to: tests.to }) })
  return (
    <>
      <SuggestField
        label={t('attribute')}
        hint={t('attributeHint')}
        error={
          problems.some(({ code }) => code === 'trigger.noAttribute') ? t('problems.trigger.noAttribute') : undefined
        }
        disabled={readOnly}
        value={data.attribute}
        suggestions={known}
        onCommit={(attribute) => onChange({ ...data, attribute })}
      />
      <SideFields
        number={1}
        label={t('onlyFrom')}
        test={from}
        onCommit={(test) => commit({ from: test, to })}
        disabled={readOnly}
      />
      <SideFields
        number={2}
        label={t('onlyTo')}
        test={to}
        onCommit={(test) => commit({ from, to: test })}
        disabled={readOnly}
      />
      <OwnProblems type="trigger" problems={problems} except={['trigger.noAttribute']} />
    </>
  )
}

type SideFieldsProps = {
  number: number
  label: string
  test: ValueTest | undefined
  onCommit: (test: ValueTest | undefined) => void
  disabled: boolean
}

/** What the value must be on one side of the change; any value while it is not ticked. */
function SideFields({ number, label, test, onCommit, disabled }: SideFieldsProps) {
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        label={label}
        disabled={disabled}
        checked={test !== undefined}
        onChange={(isTicked) => onCommit(isTicked ? { op: 'is', value: '' } : undefined)}
      />
      {test && (
        <div className="flex flex-col gap-1.5 ps-6.5">
          <TestFields
            number={number}
            test={test}
            disabled={disabled}
            onCommit={(next) => isDateTest(next) || onCommit(next)}
          />
        </div>
      )}
    </div>
  )
}
