import type { Aspect } from '../engine/nodeType.ts'
import { type Basic, inBasicTerms } from './inBasicTerms.ts'
import type { Condition, EventMatch, Rule, Test } from './rule.ts'

/** The conditions of a rule, as they are written. */
export function conditionsIn(rule: Rule): Condition[] {
  if ('all' in rule) return rule.all.flatMap(conditionsIn)
  if ('any' in rule) return rule.any.flatMap(conditionsIn)
  return 'not' in rule ? conditionsIn(rule.not) : [rule]
}

/** The conditions of a rule, in the kinds that have an answer of their own. */
export const conditionsOf = (rule: Rule): Basic[] => conditionsIn(rule).map(inBasicTerms)

/** Names of the events a rule asks about. */
export const ruleEvents = (rule: Rule): string[] =>
  conditionsOf(rule).flatMap((each) => ('event' in each ? [each.event.name] : []))

/** Names of the attributes a rule reads; `email`, `locale` and `time_zone` too where its answer hangs on them. */
export const ruleAttributes = (rule: Rule): string[] => [...new Set(conditionsOf(rule).flatMap(attributesOf))]

function attributesOf(condition: Basic): string[] {
  const zone = isZoned(condition) ? ['time_zone'] : []
  if ('attribute' in condition) return [condition.attribute, ...zone]
  if (condition.if === 'locale') return ['locale']
  return condition.if === 'reachable' ? ['email'] : zone
}

/** Days, and the dates that begin them, are those of the contact's calendar. */
const isZoned = (condition: Basic): boolean =>
  'lasting' in condition ||
  ('within' in condition && condition.within !== undefined) ||
  ('test' in condition && !isTimelessTest(condition.test))

/** What a rule asks about a contact beyond profile and events. */
export const ruleAsks = (rule: Rule): Aspect[] => [...new Set(conditionsOf(rule).flatMap(aspectsOf))]

function aspectsOf(condition: Basic): Aspect[] {
  switch (condition.if) {
    case 'memberOf':
      return ['membership']
    case 'subscribed':
    case 'reachable':
      return ['consent']
    case 'unchanged':
      return ['changes']
    default:
      return []
  }
}

/** Says whether time alone never changes the answer of a rule, once nothing it knows of lies ahead. */
export const isTimeless = (rule: Rule): boolean =>
  conditionsOf(rule).every(
    (each) =>
      each.if !== 'unchanged' &&
      !('within' in each && each.within !== undefined) &&
      !('test' in each && movesWithTime(each.test)),
  )

const movesWithTime = ({ op }: Test): boolean => op === 'withinLast' || op === 'withinNext' || op === 'anniversary'

/** Says whether a test has the same answer for one value whenever and wherever it is made. */
export const isTimelessTest = (test: Test): boolean =>
  !movesWithTime(test) && test.op !== 'before' && test.op !== 'after'

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
    case 'stage':
      return rule.in.length > 0
    case 'memberOf':
      return rule.segment !== ''
    case 'subscribed':
      return rule.topic !== ''
    case 'unchanged':
      return rule.attribute !== '' && isComplete(rule.test)
    case 'message':
    case 'score':
    case 'reachable':
      return true
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
