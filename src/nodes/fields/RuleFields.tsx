import type { Rule } from '../../audience/rule'
import { partsOf, ruleOf } from './conditionDraft'
import { PartsFields } from './PartsFields'

type RuleFieldsProps = {
  label: string
  workspaceId: string
  rule: Rule
  onCommit: (rule: Rule) => void
  disabled: boolean
  /** A segment's rule: nobody entered by an event, and only lists may be asked about. */
  inSegment?: boolean
}

/** A whole rule: conditions and groups of them, as deep as their author wants. */
export function RuleFields({ label, rule, onCommit, ...context }: RuleFieldsProps) {
  const { match, parts } = partsOf(rule)
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 font-medium text-sm">{label}</legend>
      <PartsFields {...context} match={match} parts={parts} onCommit={(next, by) => onCommit(ruleOf(by, next))} />
    </fieldset>
  )
}
