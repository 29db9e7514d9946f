import { Temporal } from 'temporal-polyfill'
import { addDuration } from '../engine/duration.ts'
import { isAfter } from '../engine/moment.ts'
import { evaluate, matches, ownValue, type Present } from './evaluate.ts'
import type { ContactEvent, Facts } from './facts.ts'
import { type Basic, inBasicTerms } from './inBasicTerms.ts'
import { isConfigured } from './inspect.ts'
import { nextReach } from './nextReach.ts'
import type { When } from './passes.ts'
import type { EventMatch, EventProperty, Performed, Rule, Test, Unchanged } from './rule.ts'
import { beginsAfter, nextTransition } from './transitions.ts'
import { instantOf, isWrittenDate } from './writtenDate.ts'

/**
 * The earliest instant after the present, in epoch milliseconds, at which the answer of a rule may change by the passing of time
 * alone; nothing where it never does. It may be too early, never too late: until then the answer stays. Events already known
 * that lie ahead count as time passing.
 */
export function nextChange(rule: Rule, facts: Facts, present: Present): number | undefined {
  if ('not' in rule) return nextChange(rule.not, facts, present)
  if ('all' in rule) return ofParts(rule.all, true, { facts, present })
  if ('any' in rule) return ofParts(rule.any, false, { facts, present })
  return isConfigured(rule) ? ofCondition(inBasicTerms(rule), facts, present) : undefined
}

interface Asked {
  facts: Facts
  present: Present
}

/** All parts together change with the first of those that agree with them; but while one alone decides, not before it changes. */
function ofParts(parts: readonly Rule[], undecided: boolean, { facts, present }: Asked): number | undefined {
  const deciding = parts.filter((part) => evaluate(part, facts, present) !== undecided)
  const changes = (deciding.length > 0 ? deciding : parts).map(
    (part) => nextChange(part, facts, present) ?? Number.POSITIVE_INFINITY,
  )
  return finite(deciding.length > 0 ? Math.max(...changes) : Math.min(...changes))
}

const finite = (at: number): number | undefined => (Number.isFinite(at) ? at : undefined)

const first = (...instants: (number | undefined)[]): number | undefined =>
  finite(Math.min(...instants.map((each) => each ?? Number.POSITIVE_INFINITY)))

function ofCondition(condition: Basic, facts: Facts, present: Present): number | undefined {
  const when = { at: present.moment.at, zone: present.zone }
  switch (condition.if) {
    case 'attribute':
      return ofTest(condition.test, ownValue(facts.attributes, condition.attribute), when)
    case 'entryEvent':
      return ofTest(condition.test, ownValue(facts.entryEvent, condition.property), when)
    case 'performed':
      return ofPerformed(condition, facts, present)
    case 'eventProperty':
      return ofEventProperty(condition, facts, present)
    case 'unchanged':
      return ofUnchanged(condition, facts, when)
    case 'memberOf': {
      const since = facts.memberOf[condition.segment]
      return since !== undefined && since > when.at ? since : undefined
    }
    default:
      return undefined
  }
}

function ofTest(test: Test, value: unknown, when: When): number | undefined {
  if (test.op === 'anniversary') return ofAnniversary(value, when)
  if (test.op !== 'withinLast' && test.op !== 'withinNext') return undefined
  const instant = instantOf(value, when.zone)
  if (instant === undefined) return undefined
  if (test.op === 'withinLast') {
    return instant > when.at ? instant : nextReach(instant + 1, { way: 'back', lasting: test.lasting }, when)
  }
  if (instant <= when.at) return undefined
  return first(instant, nextReach(instant, { way: 'ahead', lasting: test.lasting }, when))
}

/** Where the clocks are set back over midnight, a day that has begun may end and begin again. */
function ofAnniversary(value: unknown, { at, zone }: When): number | undefined {
  if (typeof value !== 'string' || !isWrittenDate(value)) return undefined
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
  const [month, day] = [Number(value.slice(5, 7)), Number(value.slice(8, 10))]
  const days = [0, 1].map((years) => Temporal.PlainDate.from({ year: today.year + years, month, day }))
  const isToday = days.some((each) => each.equals(today))
  const next = isToday ? today.add({ days: 1 }) : days.find((each) => Temporal.PlainDate.compare(each, today) > 0)
  return first(next && beginsAfter(next, at, zone), finite(nextTransition(at, zone)))
}

function ofUnchanged({ attribute, test, lasting }: Unchanged, facts: Facts, when: When): number | undefined {
  const changedAt = ownValue(facts.changedAt, attribute)
  const ages =
    typeof changedAt === 'number' ? nextReach(Math.ceil(changedAt), { way: 'back', lasting }, when) : undefined
  return first(ofTest(test, ownValue(facts.attributes, attribute), when), ages)
}

/** What happened up to the present, in order, and when the first of what lies ahead will be over. */
function history(match: EventMatch, { events }: Facts, { moment }: Present) {
  const past: ContactEvent[] = []
  for (const event of events) {
    if (!matches(match, event)) continue
    if (isAfter(event, moment)) return { past, ahead: Math.max(event.at, moment.at + 1) }
    past.push(event)
  }
  return { past, ahead: undefined }
}

function ofPerformed({ event, within, times, sum }: Performed, facts: Facts, present: Present): number | undefined {
  const { past, ahead } = history(event, facts, present)
  if (within === undefined) return ahead
  const when = { at: present.moment.at, zone: present.zone }
  if (sum) return first(ahead, ...edges(past, within, when).map((each) => leaves(each, within, when)))
  return first(ahead, ...ranks(times).map((rank) => leaves(past[past.length - rank], within, when)))
}

/** At least two events are within a time as long as the last but one is; exactly two, as the last but two is not. */
function ranks(times: Performed['times']): number[] {
  const count = times?.count ?? 1
  switch (times?.op) {
    case 'exactly':
      return [count, count + 1]
    case 'atMost':
      return [count + 1]
    default:
      return [count]
  }
}

const leaves = (event: ContactEvent | undefined, within: string, when: When): number | undefined =>
  event && nextReach(Math.floor(event.at) + 1, { way: 'back', lasting: within }, when)

/** The first event within a time, and the one before it, which may come back where clocks are set back. */
function edges(past: readonly ContactEvent[], within: string, { at, zone }: When): ContactEvent[] {
  const since = addDuration(at, `-${within}`, zone)
  const inside = past.findIndex((event) => event.at >= since)
  return inside < 0 ? past.slice(-1) : past.slice(Math.max(inside - 1, 0), inside + 1)
}

function ofEventProperty(condition: EventProperty, facts: Facts, present: Present): number | undefined {
  const { which, event, within, property, test } = condition
  const { past, ahead } = history(event, facts, present)
  const when = { at: present.moment.at, zone: present.zone }
  const known = within === undefined ? past.slice(0, 1) : edges(past, within, when)
  const seen = which === 'last' ? past.slice(-1) : known
  return first(
    ahead,
    ...seen.map((each) => ofTest(test, ownValue(each.properties, property), when)),
    ...(within === undefined ? [] : seen.map((each) => leaves(each, within, when))),
  )
}
