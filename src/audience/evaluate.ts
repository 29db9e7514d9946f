import { addDuration } from '../engine/duration.ts'
import { isAfter, isBefore, type Moment } from '../engine/moment.ts'
import type { ContactEvent, Facts } from './facts.ts'
import { isConfigured } from './inspect.ts'
import type { EventMatch, Rule, ValueTest } from './rule.ts'

/** The present, for rules that look back: nothing after `moment` is seen, days are counted in `zone`. */
export interface Present {
  moment: Moment
  zone: string
}

/** Says whether a rule holds for a contact at a moment. What is not filled in holds for nobody, nor does its opposite. */
export function evaluate(rule: Rule, facts: Facts, present: Present): boolean {
  if ('all' in rule) return rule.all.length > 0 && rule.all.every((part) => evaluate(part, facts, present))
  if ('any' in rule) return rule.any.some((part) => evaluate(part, facts, present))
  if (!isConfigured(rule)) return false
  if ('not' in rule) return !evaluate(rule.not, facts, present)
  switch (rule.if) {
    case 'attribute':
      return passes(rule.test, ownValue(facts.attributes, rule.attribute))
    case 'entryEvent':
      return passes(rule.test, ownValue(facts.entryEvent, rule.property))
    case 'performed':
      return hasPerformed(rule.event, rule.within, facts, present)
  }
}

function hasPerformed(match: EventMatch, within: string | undefined, facts: Facts, { moment, zone }: Present): boolean {
  const since = within === undefined ? Number.NEGATIVE_INFINITY : addDuration(moment.at, `-${within}`, zone)
  return facts.events.some((event) => event.at >= since && !isAfter(event, moment) && matches(match, event))
}

/** The first event of a kind strictly after one moment and before another. */
export function firstBetween(
  match: EventMatch,
  facts: Facts,
  between: { after: Moment; before: Moment },
): ContactEvent | undefined {
  return facts.events.find(
    (event) => isAfter(event, between.after) && isBefore(event, between.before) && matches(match, event),
  )
}

/** Says whether an event has the name and passes every property test. */
export function matches(match: EventMatch, event: { name: string; properties: Record<string, unknown> }): boolean {
  return (
    event.name === match.name &&
    match.where.every(({ property, test }) => passes(test, ownValue(event.properties, property)))
  )
}

/** Says whether a value passes a test; see `valueTest` for what missing and mismatched values do. */
export function passes(test: ValueTest, value: unknown): boolean {
  switch (test.op) {
    case 'exists':
      return !isNothing(value)
    case 'isMissing':
      return isNothing(value)
    case 'is':
      return equal(value, test.value)
    case 'isNot':
      return !equal(value, test.value)
    case 'contains':
      return typeof value === 'string' && folded(value).includes(folded(test.value))
    case 'startsWith':
      return typeof value === 'string' && folded(value).startsWith(folded(test.value))
    case 'moreThan':
      return typeof value === 'number' && value > test.value
    case 'atLeast':
      return typeof value === 'number' && value >= test.value
    case 'lessThan':
      return typeof value === 'number' && value < test.value
    case 'atMost':
      return typeof value === 'number' && value <= test.value
  }
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === ''
/** A Greek sigma is written differently at the end of a word, and lower case follows that. */
const folded = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ')
const equal = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string' ? folded(one) === folded(other) : one === other

/** Every JavaScript object answers to names like `constructor`; the data does not. */
const ownValue = (values: Record<string, unknown>, name: string): unknown =>
  Object.hasOwn(values, name) ? values[name] : undefined
