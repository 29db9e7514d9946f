import { evaluate } from '../../audience/evaluate.ts'
import type { ContactEvent, Facts } from '../../audience/facts.ts'
import { isConfigured, ruleAttributes, ruleEvents } from '../../audience/inspect.ts'
import { nextChange } from '../../audience/nextChange.ts'
import type { Rule } from '../../audience/rule.ts'
import { addDuration } from '../../engine/duration.ts'
import { clockMoment, earlier, isAfter, isBefore, type Moment } from '../../engine/moment.ts'
import { type Decision, end, leave, type Visit, waitUntil } from '../../engine/nodeType.ts'
import { settledAt, standingSignals } from './settledAt.ts'
import type { WaitData, WaitFor } from './waitData.ts'

/** Moments looked at in one visit, on either side of the present; a visit that needs more goes on with the next. */
const MOST_LOOKS = 200

/**
 * Lets a contact go at the first moment since the arrival at which the rule holds: at once, with an event it asks about, or
 * because time went by. What changed meanwhile in the profile, in lists or in consent counts from when it changed.
 */
export function visitForCondition(visit: Visit<WaitData>, { rule, atMost }: WaitFor<'condition'>): Decision {
  if (!isConfigured(rule)) return end('notConfigured')
  const { arrived, moment, zone, facts } = visit
  const deadline = clockMoment(addDuration(arrived.at, atMost, zone))
  const look = firstHold(
    { rule, facts, zone },
    { from: settledAt(rule, facts, arrived), present: moment, before: deadline },
  )
  const until = look?.moment ?? deadline
  if (isAfter(until, moment)) return waitUntil(until, awaited(rule))
  return look?.holds
    ? leave('happened', isAfter(until, arrived) ? 'conditionMet' : 'conditionHeld')
    : leave('timeout', 'conditionTimeout')
}

/** Whatever may change the answer before the time named. */
const awaited = (rule: Rule): string[] => [
  ...new Set([
    ...ruleEvents(rule),
    ...standingSignals(rule),
    ...(ruleAttributes(rule).length > 0 ? ['$profile_changed'] : []),
  ]),
]

interface Asked {
  rule: Rule
  facts: Facts
  zone: string
}

/** The first moment at which the rule holds, or the one up to which it was found not to; nothing where it does not in time. */
function firstHold(
  { rule, facts, zone }: Asked,
  { from, present, before }: { from: Moment; present: Moment; before: Moment },
): { moment: Moment; holds: boolean } | undefined {
  const names = new Set(ruleEvents(rule))
  const events = facts.events.filter(({ name }) => names.has(name))
  let moment = from
  for (let looks = 1; isBefore(moment, before); looks += 1) {
    if (evaluate(rule, facts, { moment, zone })) return { moment, holds: true }
    const next = nextLook(events, moment, nextChange(rule, facts, { moment, zone }))
    if (!next) return undefined
    if (looks >= MOST_LOOKS && isAfter(next, present)) return { moment: earlier(next, before), holds: false }
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
