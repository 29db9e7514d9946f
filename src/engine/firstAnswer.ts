import { evaluate } from '../audience/evaluate.ts'
import type { ContactEvent, Facts } from '../audience/facts.ts'
import { ruleAttributes, ruleEvents } from '../audience/inspect.ts'
import { nextChange } from '../audience/nextChange.ts'
import type { Rule } from '../audience/rule.ts'
import { clockMoment, earlier, isAfter, isBefore, type Moment } from './moment.ts'
import { settledAt, standingSignals } from './settledAt.ts'

/** Moments looked at on either side of the present; who needs more goes on with the next look. */
const MOST_LOOKS = 200

/** A rule, and the answer that is looked for. */
export interface Asked {
  rule: Rule
  answer: boolean
  facts: Facts
  zone: string
}

/** From when on to look, the present, and the end, which is too late. */
export interface Span {
  from: Moment
  present: Moment
  before: Moment
}

/**
 * The first moment at which a rule has an answer: at once, with an event it asks about, or because time went by. What
 * changed meanwhile in the profile, in lists or in consent counts from when it changed. Where it was not found yet,
 * the moment up to which it was found not to; nothing where it never has.
 */
export function firstAnswer(
  { rule, answer, facts, zone }: Asked,
  { from, present, before }: Span,
): { moment: Moment; isFound: boolean } | undefined {
  const names = new Set(ruleEvents(rule))
  const events = facts.events.filter(({ name }) => names.has(name))
  let moment = settledAt(rule, facts, from)
  for (let looks = 1; isBefore(moment, before); looks += 1) {
    if (evaluate(rule, facts, { moment, zone }) === answer) return { moment, isFound: true }
    const next = nextLook(events, moment, nextChange(rule, facts, { moment, zone }))
    if (!next) return undefined
    if (looks >= MOST_LOOKS && isAfter(next, present)) return { moment: earlier(next, before), isFound: false }
    const isLong = looks >= MOST_LOOKS
    moment = isLong && isBefore(next, present) ? present : next
    if (isLong) looks = 0
  }
  return undefined
}

function nextLook(events: readonly ContactEvent[], moment: Moment, change: number | undefined): Moment | undefined {
  const event = events.find((each) => isAfter(each, moment))
  const happens = event && { at: event.at, seq: event.seq }
  if (change === undefined) return happens
  return happens ? earlier(happens, clockMoment(change)) : clockMoment(change)
}

/** Names of all that may change the answer of a rule before time does. */
export const ruleAwaits = (rule: Rule): string[] => [
  ...new Set([
    ...ruleEvents(rule),
    ...standingSignals(rule),
    ...(ruleAttributes(rule).length > 0 ? ['$profile_changed'] : []),
  ]),
]
