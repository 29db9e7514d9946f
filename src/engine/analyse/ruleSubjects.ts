import type { Rule } from '../../audience/rule.ts'
import { subjectOf } from './clash.ts'

const known = new WeakMap<Rule, readonly string[]>()

/** What a rule is about; rules that share nothing cannot clash. Rules are replaced, never changed. */
export function ruleSubjects(rule: Rule): readonly string[] {
  const subjects = known.get(rule) ?? found(rule)
  known.set(rule, subjects)
  return subjects
}

function found(rule: Rule): string[] {
  if ('all' in rule) return rule.all.flatMap(ruleSubjects)
  if ('any' in rule) return rule.any.flatMap(ruleSubjects)
  if ('not' in rule) return [...ruleSubjects(rule.not)]
  return 'if' in rule ? [subjectOf(rule) ?? rule.if] : []
}
