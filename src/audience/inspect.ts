import type { EventMatch, Rule, Test } from './rule.ts'

/** Names of the events a rule asks about. */
export function ruleEvents(rule: Rule): string[] {
  if ('all' in rule) return rule.all.flatMap(ruleEvents)
  if ('any' in rule) return rule.any.flatMap(ruleEvents)
  if ('not' in rule) return ruleEvents(rule.not)
  return rule.if === 'performed' || rule.if === 'eventProperty' ? [rule.event.name] : []
}

/** Says whether a rule is filled in everywhere; an unfinished rule must not be published. */
export function isConfigured(rule: Rule): boolean {
  if ('all' in rule) return rule.all.length > 0 && rule.all.every(isConfigured)
  if ('any' in rule) return rule.any.length > 0 && rule.any.every(isConfigured)
  if ('not' in rule) return isConfigured(rule.not)
  switch (rule.if) {
    case 'attribute':
      return rule.attribute !== '' && isComplete(rule.test)
    case 'entryEvent':
      return rule.property !== '' && isComplete(rule.test)
    case 'performed':
      return isMatchConfigured(rule.event) && rule.sum?.property !== ''
    case 'eventProperty':
      return isMatchConfigured(rule.event) && rule.property !== '' && isComplete(rule.test)
    case 'locale':
      return rule.in.length > 0
  }
}

/** Says whether an event and every test of its properties are filled in. */
export const isMatchConfigured = ({ name, where }: EventMatch): boolean =>
  name !== '' && where.every(({ test }) => isComplete(test))

/** A text compared with nothing is a value still to be given: what is empty, `isMissing` finds. */
export function isComplete(test: Test): boolean {
  if ('values' in test) return test.values.length > 0 && !test.values.includes('')
  return !('value' in test) || test.value !== ''
}
