import { useTranslation } from 'react-i18next'
import { Checkbox } from '@/ui/Checkbox'
import type { Rule } from '../../audience/rule'
import { ConditionFields } from './ConditionFields'
import { inKind, isPlain, negatedIf, partIn, ruleOf } from './conditionDraft'
import { PartsFields } from './PartsFields'

type PartFieldsProps = {
  number: string
  part: Rule
  workspaceId: string
  onCommit: (part: Rule) => void
  disabled: boolean
  inSegment?: boolean | undefined
}

/** One condition or group of a rule, which is to be true or not to be. */
export function PartFields({ number, part, onCommit, ...context }: PartFieldsProps) {
  const { t } = useTranslation('nodes')
  const shown = partIn(part)
  const { negated } = shown
  const negate = (
    <Checkbox
      label={t('condition.negate')}
      disabled={context.disabled}
      checked={negated}
      onChange={(next) =>
        onCommit(negatedIf(next, 'group' in shown ? ruleOf(shown.group.match, shown.group.parts) : shown.condition))
      }
    />
  )
  if ('group' in shown) {
    return (
      <fieldset className="flex min-w-0 flex-1 flex-col gap-2">
        <legend className="mb-1.5 font-medium text-xs">{t('condition.group', { number })}</legend>
        <PartsFields
          {...context}
          {...shown.group}
          within={`${number}.`}
          onCommit={(parts, match) => onCommit(negatedIf(negated, ruleOf(match, parts)))}
        />
        {negate}
      </fieldset>
    )
  }
  const { condition } = shown
  const saysItself = condition.if === 'performed' && isPlain(condition)
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1.5">
      <ConditionFields
        {...context}
        number={number}
        condition={condition}
        negated={negated}
        onCommit={(next) => onCommit(negatedIf(negated, next))}
        onChangeKind={(kind) => onCommit(inKind(kind, condition))}
      />
      {!saysItself && negate}
    </div>
  )
}
