import { addDuration } from '../engine/duration.ts'
import { isAfter, isBefore, type Moment } from '../engine/moment.ts'
import type { ContactEvent, Facts } from './facts.ts'
import { folded } from './folded.ts'
import { inBasicTerms } from './inBasicTerms.ts'
import { isConfigured } from './inspect.ts'
import { compares, passes, passesAt } from './passes.ts'
import type { Condition, EventMatch, EventProperty, Performed, Rule, Unchanged } from './rule.ts'

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
  return 'not' in rule ? !evaluate(rule.not, facts, present) : holds(rule, facts, present)
}

function holds(written: Condition, facts: Facts, present: Present): boolean {
  const condition = inBasicTerms(written)
  const when = { at: present.moment.at, zone: present.zone }
  switch (condition.if) {
    case 'attribute':
      return passesAt(condition.test, ownValue(facts.attributes, condition.attribute), when)
    case 'entryEvent':
      return passesAt(condition.test, ownValue(facts.entryEvent, condition.property), when)
    case 'performed':
      return hasPerformed(condition, facts, present)
    case 'eventProperty': {
      const found = endmost(condition, facts, present)
      return found !== undefined && passesAt(condition.test, ownValue(found.properties, condition.property), when)
    }
    case 'locale':
      return speaks(ownValue(facts.attributes, 'locale'), condition.in)
    case 'memberOf':
      return (facts.memberOf[condition.segment] ?? Number.POSITIVE_INFINITY) <= when.at
    case 'subscribed':
      return subscriptionTo(condition, facts) === 'subscribed'
    case 'reachable':
      return hasAddress(facts) && !facts.suppressed.includes(condition.channel)
    case 'unchanged':
      return isUnchanged(condition, facts, present)
  }
}

/** Who left a channel left all of its topics; to a topic that nobody ever named everybody else is subscribed. */
function subscriptionTo({ channel, topic }: { channel: string; topic: string }, { subscriptions }: Facts) {
  if (subscriptions[`${channel}:*`] === 'unsubscribed') return 'unsubscribed'
  return subscriptions[`${channel}:${topic}`] ?? 'subscribed'
}

function hasAddress({ attributes }: Facts): boolean {
  const email = ownValue(attributes, 'email')
  return typeof email === 'string' && email !== ''
}

/** What was never seen to change has always been so. */
function isUnchanged({ attribute, test, op, lasting }: Unchanged, facts: Facts, { moment, zone }: Present): boolean {
  const value = ownValue(facts.attributes, attribute)
  if (!passesAt(test, value, { at: moment.at, zone })) return false
  const changedAt = ownValue(facts.changedAt, attribute)
  const isOld = typeof changedAt !== 'number' || changedAt <= addDuration(moment.at, `-${lasting}`, zone)
  return op === 'atLeast' ? isOld : !isOld
}

function hasPerformed({ event: match, within, times, sum }: Performed, facts: Facts, present: Present): boolean {
  const since = sinceOf(within, present)
  const enough =
    !sum && (times === undefined || times.op === 'atLeast') ? (times?.count ?? 1) : Number.POSITIVE_INFINITY
  let count = 0
  let total = 0
  for (const event of facts.events) {
    if (count >= enough) return true
    if (event.at < since || isAfter(event, present.moment) || !matches(match, event)) continue
    count += 1
    if (sum) total += tenThousandths(ownValue(event.properties, sum.property))
  }
  const isOften =
    times?.op === 'exactly'
      ? count === times.count
      : times?.op === 'atMost'
        ? count <= times.count
        : count >= (times?.count ?? 1)
  return isOften && (!sum || compares(total, sum.op, inTenThousandths(sum.value)))
}

/**
 * Sums are counted in whole ten-thousandths, so that cents add up exactly (to 9 × 10¹¹) whatever their order. What is no number,
 * or one beyond ten thousand million, adds nothing.
 */
const tenThousandths = (value: unknown): number =>
  typeof value === 'number' && Math.abs(value) <= MOST_ADDED ? inTenThousandths(value) : 0
export const MOST_ADDED = 1e10
export const inTenThousandths = (value: number): number => Math.floor(value * 10_000 + 0.5)

function endmost({ which, event: match, within }: EventProperty, { events }: Facts, present: Present) {
  const since = sinceOf(within, present)
  let found: ContactEvent | undefined
  for (const event of events) {
    if (event.at < since || isAfter(event, present.moment) || !matches(match, event)) continue
    found = event
    if (which === 'first') break
  }
  return found
}

const sinceOf = (within: string | undefined, { moment, zone }: Present): number =>
  within === undefined ? Number.NEGATIVE_INFINITY : addDuration(moment.at, `-${within}`, zone)

const speaks = (locale: unknown, languages: readonly string[]): boolean =>
  typeof locale === 'string' && languages.some((language) => `${folded(locale)}-`.startsWith(`${folded(language)}-`))

/** The first event of a kind strictly after one moment and before another, or the one that makes it so many. */
export function firstBetween(
  match: EventMatch,
  facts: Facts,
  { after, before, times = 1 }: { after: Moment; before: Moment; times?: number },
): ContactEvent | undefined {
  let left = times
  return facts.events.find((event) => {
    if (isAfter(event, after) && isBefore(event, before) && matches(match, event)) left -= 1
    return left === 0
  })
}

/** Says whether an event has the name and passes every property test. */
export function matches(match: EventMatch, event: { name: string; properties: Record<string, unknown> }): boolean {
  if (event.name !== match.name) return false
  for (const { property, test } of match.where) {
    if (!passes(test, ownValue(event.properties, property))) return false
  }
  return true
}

/** Every JavaScript object answers to names like `constructor`; the data does not. What parses data drops `__proto__`. */
export const ownValue = (values: Record<string, unknown>, name: string): unknown =>
  name !== NEVER_READ && Object.hasOwn(values, name) ? values[name] : undefined

/** An attribute or property of this name is never seen. */
export const NEVER_READ = '__proto__'
