import { ownValue } from '../audience/evaluate.ts'
import type { ContactEvent, Facts } from '../audience/facts.ts'
import { conditionsOf, ruleAttributes } from '../audience/inspect.ts'
import type { Rule } from '../audience/rule.ts'
import { clockMoment, isAfter, type Moment } from './moment.ts'

/** A kind of signal after which what is known of a contact may have been otherwise before. */
interface Turn {
  names: readonly string[]
  isMeant: (properties: Record<string, unknown>) => boolean
}

/** What is known of lists, consent and addresses is known as it is now; these signals tell when it last became so. */
function turnsOf(rule: Rule): Turn[] {
  return conditionsOf(rule).flatMap((condition): Turn[] => {
    switch (condition.if) {
      case 'memberOf':
        return [{ names: ['$segment_left'], isMeant: ({ segment }) => segment === condition.segment }]
      case 'subscribed':
        return [
          {
            names: ['$subscribed', '$unsubscribed'],
            isMeant: ({ channel, topic }) =>
              channel === condition.channel && (topic === condition.topic || topic === '*' || condition.topic === '*'),
          },
        ]
      case 'reachable':
        return [
          {
            names: ['$message_bounced', '$message_complained'],
            isMeant: ({ channel }) => channel === condition.channel,
          },
        ]
      default:
        return []
    }
  })
}

/** Names of the signals that tell of a change of what a rule reads besides profile and events. */
export const standingSignals = (rule: Rule): string[] => [
  ...new Set(
    turnsOf(rule).flatMap(({ names }) => (names.includes('$segment_left') ? ['$segment_entered', ...names] : names)),
  ),
]

/**
 * The first moment, no earlier than another, from which on all that a rule reads of profile, lists and consent was as it is
 * known now. Before it, the answer cannot be told any more.
 */
export function settledAt(rule: Rule, facts: Facts, earliest: Moment): Moment {
  const turns = turnsOf(rule)
  const changes = ruleAttributes(rule).flatMap((name) => {
    const at = ownValue(facts.changedAt, name)
    return typeof at === 'number' ? [clockMoment(at)] : []
  })
  const signals = facts.events.filter((event) => turns.some((turn) => tells(turn, event)))
  return [...changes, ...signals.map(({ at, seq }) => ({ at, seq }))].reduce(
    (latest, each) => (isAfter(each, latest) ? each : latest),
    earliest,
  )
}

const tells = ({ names, isMeant }: Turn, { name, properties }: ContactEvent): boolean =>
  names.includes(name) && isMeant(properties)
