import type { Condition, Performed, Rule } from '../../audience/rule.ts'

export type Match = 'all' | 'any'
export type ConditionKind = Condition['if'] | 'notPerformed'

/** The kinds of condition in the order of the panel. */
export const conditionKinds = [
  'attribute',
  'unchanged',
  'entryEvent',
  'performed',
  'notPerformed',
  'eventProperty',
  'message',
  'memberOf',
  'stage',
  'score',
  'locale',
  'subscribed',
  'reachable',
] as const satisfies readonly ConditionKind[]

/** One part of a rule as the panel shows it: a condition or a group, which is to be true or, where it is negated, not. */
export type Part =
  | { negated: boolean; condition: Condition }
  | { negated: boolean; group: { match: Match; parts: Rule[] } }

/** The part a rule is. Two negations cancel each other out. */
export function partIn(rule: Rule): Part {
  if ('not' in rule) {
    const inner = partIn(rule.not)
    return { ...inner, negated: !inner.negated }
  }
  return 'if' in rule ? { negated: false, condition: rule } : { negated: false, group: partsOf(rule) }
}

/** A rule as the panel shows it: a list of parts and how they count together. */
export function partsOf(rule: Rule): { match: Match; parts: Rule[] } {
  if ('all' in rule) return { match: 'all', parts: rule.all }
  if ('any' in rule) return { match: 'any', parts: rule.any }
  return { match: 'all', parts: [rule] }
}

/** The rule for a list of parts. */
export const ruleOf = (match: Match, parts: Rule[]): Rule => (match === 'all' ? { all: parts } : { any: parts })

/** The rule, or its opposite. */
export const negatedIf = (negated: boolean, rule: Rule): Rule => (negated ? { not: rule } : rule)

/** The kind a condition is shown as. That something was not done is a kind of its own. */
export function kindIn(condition: Condition, negated: boolean): ConditionKind {
  return negated && condition.if === 'performed' && isPlain(condition) ? 'notPerformed' : condition.if
}

/** Says whether an event is neither counted nor added up. */
export const isPlain = ({ times, sum }: Performed): boolean => times === undefined && sum === undefined

const noTest = { op: 'is' as const, value: '' }
const noEvent = { name: '', where: [] }

/** An unfinished condition of a kind. */
export function blankCondition(kind: Condition['if']): Condition {
  switch (kind) {
    case 'attribute':
      return { if: kind, attribute: '', test: noTest }
    case 'entryEvent':
      return { if: kind, property: '', test: noTest }
    case 'performed':
      return { if: kind, event: noEvent }
    case 'eventProperty':
      return { if: kind, which: 'last', event: noEvent, property: '', test: noTest }
    case 'locale':
    case 'stage':
      return { if: kind, in: [] }
    case 'memberOf':
      return { if: kind, segment: '' }
    case 'message':
      return { if: kind, did: 'opened' }
    case 'score':
      return { if: kind, op: 'atLeast', value: 1 }
    case 'subscribed':
      return { if: kind, channel: 'email', topic: '' }
    case 'reachable':
      return { if: kind, channel: 'email' }
    case 'unchanged':
      return { if: kind, attribute: '', test: noTest, op: 'atLeast', lasting: 'P7D' }
  }
}

/** A condition in another kind; what both kinds have – a test, an attribute, an event and its time – is kept. */
export function inKind(kind: ConditionKind, condition: Condition): Rule {
  if (kind === 'notPerformed') return { not: plainly(inCondition('performed', condition)) }
  return inCondition(kind, condition)
}

function inCondition(kind: Condition['if'], condition: Condition): Condition {
  if (kind === condition.if) return condition
  const blank = blankCondition(kind)
  const within = 'within' in condition && condition.within !== undefined && { within: condition.within }
  return {
    ...blank,
    ...('test' in blank && 'test' in condition && { test: condition.test }),
    ...('attribute' in blank && 'attribute' in condition && { attribute: condition.attribute }),
    ...('event' in blank && 'event' in condition && { event: condition.event, ...within }),
  }
}

/** What did not happen is neither counted nor added up. */
function plainly(condition: Condition): Condition {
  if (condition.if !== 'performed') return condition
  const { times, sum, ...plain } = condition
  return plain
}
