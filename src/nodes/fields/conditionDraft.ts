import type { Condition, Rule } from '../../audience/rule.ts'

export type Match = 'all' | 'any'
type Editable = Extract<Condition, { if: 'attribute' | 'entryEvent' | 'performed' }>
export type ConditionKind = Editable['if'] | 'notPerformed'

export const conditionKinds = [
  'attribute',
  'entryEvent',
  'performed',
  'notPerformed',
] as const satisfies readonly ConditionKind[]

/** A rule as the panel shows it: a list of parts and how they count together. */
export function partsOf(rule: Rule): { match: Match; parts: Rule[] } {
  if ('all' in rule) return { match: 'all', parts: rule.all }
  if ('any' in rule) return { match: 'any', parts: rule.any }
  return { match: 'all', parts: [rule] }
}

/** The rule for a list of parts. */
export const ruleOf = (match: Match, parts: Rule[]): Rule => (match === 'all' ? { all: parts } : { any: parts })

/** The one condition in a part and its kind; nothing where the part is a group of its own, or asks more than the fields show. */
export function conditionIn(part: Rule): { kind: ConditionKind; condition: Editable } | undefined {
  if ('if' in part) return isEditable(part) ? { kind: part.if, condition: part } : undefined
  if ('not' in part && 'if' in part.not && part.not.if === 'performed' && isEditable(part.not) && !part.not.times)
    return { kind: 'notPerformed', condition: part.not }
  return undefined
}

function isEditable(condition: Condition): condition is Editable {
  if (condition.if === 'performed') return condition.sum === undefined
  return condition.if === 'attribute' || condition.if === 'entryEvent'
}

/** An unfinished condition of a kind. */
export function blankCondition(kind: ConditionKind): Rule {
  switch (kind) {
    case 'attribute':
      return { if: 'attribute', attribute: '', test: { op: 'is', value: '' } }
    case 'entryEvent':
      return { if: 'entryEvent', property: '', test: { op: 'is', value: '' } }
    case 'performed':
      return { if: 'performed', event: { name: '', where: [] } }
    case 'notPerformed':
      return { not: { if: 'performed', event: { name: '', where: [] } } }
  }
}

/** The part in another kind; what both kinds have, a test or an event, is kept. */
export function inKind(kind: ConditionKind, part: Rule): Rule {
  const condition = conditionIn(part)?.condition
  if (condition?.if === 'performed') {
    if (kind === 'performed') return condition
    const { times, ...uncounted } = condition
    return kind === 'notPerformed' ? { not: uncounted } : blankCondition(kind)
  }
  if (condition && kind === 'attribute') return { if: 'attribute', attribute: '', test: condition.test }
  if (condition && kind === 'entryEvent') return { if: 'entryEvent', property: '', test: condition.test }
  return blankCondition(kind)
}
