import { evaluate } from './evaluate.ts'
import { noFacts } from './facts.ts'
import { conditionsOf, isConfigured, isTimeless, ruleAttributes, ruleEvents } from './inspect.ts'
import type { Rule } from './rule.ts'

/** What a segment's rule asks about, so that nothing else makes anybody look at it. */
export interface SegmentReads {
  events: string[]
  attributes: string[]
  lists: string[]
  /** Those of the events and attributes by which the passing of time alone may change the answer. */
  timedEvents: string[]
  timedAttributes: string[]
  /** The rule may hold for a contact of whom nothing is known yet. */
  takesNewcomers: boolean
}

/** Why a rule cannot be a segment's. */
export type SegmentFlaw = 'incomplete' | 'tooLong' | 'asksEntryEvent' | 'asksSegment'

const MOST_CONDITIONS = 200

/** What keeps a rule from being a segment's, if anything. Nobody enters a segment by an event, and none may hang on another. */
export function segmentFlaw(rule: Rule): SegmentFlaw | undefined {
  const conditions = conditionsOf(rule)
  if (!isConfigured(rule)) return 'incomplete'
  if (conditions.length > MOST_CONDITIONS) return 'tooLong'
  if (conditions.some((each) => each.if === 'entryEvent')) return 'asksEntryEvent'
  return ruleEvents(rule).some((name) => name.startsWith('$segment_')) ? 'asksSegment' : undefined
}

/** Names of the signals that tell of a change of consent, and of an address that became unusable. */
const consentSignals = {
  subscribed: ['$subscribed', '$unsubscribed'],
  reachable: ['$message_bounced', '$message_complained'],
}

/** What a segment must be told of. */
export function segmentReads(rule: Rule): SegmentReads {
  const conditions = conditionsOf(rule)
  const timed = conditions.filter((each) => !isTimeless(each))
  const signals = conditions.flatMap((each) =>
    each.if === 'subscribed' || each.if === 'reachable' ? consentSignals[each.if] : [],
  )
  return {
    events: [...new Set([...ruleEvents(rule), ...signals])],
    attributes: ruleAttributes(rule),
    lists: [...new Set(conditions.flatMap((each) => (each.if === 'memberOf' ? [each.segment] : [])))],
    timedEvents: [...new Set(timed.flatMap((each) => ('event' in each ? [each.event.name] : [])))],
    timedAttributes: [...new Set(timed.flatMap((each) => ('attribute' in each ? [each.attribute] : [])))],
    // How a newcomer stands to a topic is the workspace's to say.
    takesNewcomers:
      conditions.some((each) => each.if === 'subscribed') ||
      evaluate(rule, noFacts, { moment: { at: 0, seq: 0 }, zone: 'UTC' }),
  }
}
