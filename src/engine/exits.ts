import { firstBetween } from '../audience/evaluate.ts'
import type { Facts } from '../audience/facts.ts'
import { isConfigured, ruleAsks, ruleAttributes, ruleEvents } from '../audience/inspect.ts'
import type { EventMatch } from '../audience/rule.ts'
import { addDuration } from './duration.ts'
import { firstAnswer, ruleAwaits } from './firstAnswer.ts'
import type { JourneySettings } from './journey.ts'
import { clockMoment, isBefore, type Moment } from './moment.ts'
import type { Aspect } from './nodeType.ts'
import { standingSignals } from './settledAt.ts'

/** What ends an enrollment from outside its path, and when. Without a reason it does not end yet: look again then. */
export interface EarlyExit {
  moment: Moment
  because?: 'goal' | 'exitEvent' | 'exitRule' | 'unsubscribedFromAll' | 'holdout'
}

/** The passage that may end, and the present, up to which all is known. */
export interface Passage {
  entered: Moment
  present: Moment
  zone: string
}

type ExitRule = JourneySettings['exit'][number]

const endOfTime = clockMoment(Number.POSITIVE_INFINITY)
/** Said of a whole channel: whoever left it left each of its topics. */
const leftAll: EventMatch = {
  name: '$unsubscribed',
  where: [
    { property: 'channel', test: { op: 'is', value: 'email' } },
    { property: 'topic', test: { op: 'is', value: '*' } },
  ],
}

/**
 * The first exit rule that comes true, looking at all known events. An event counts after the entry; what a rule says, or
 * being unsubscribed, from the entry on.
 */
export function firstExit(settings: JourneySettings, facts: Facts, passage: Passage): EarlyExit | undefined {
  let first: EarlyExit | undefined
  for (const rule of settings.exit) {
    const exit = exitBy(rule, facts, { ...passage, settings })
    if (exit && (!first || isBefore(exit.moment, first.moment))) first = exit
  }
  return first
}

function exitBy(
  rule: ExitRule,
  facts: Facts,
  { settings: { goal }, entered, present, zone }: Passage & { settings: JourneySettings },
): EarlyExit | undefined {
  switch (rule.on) {
    case 'goal': {
      const before = goal && clockMoment(addDuration(entered.at, goal.within, zone))
      const times = goal?.times ?? 1
      return before && at(firstBetween(goal.event, facts, { after: entered, before, times }), 'goal')
    }
    case 'event':
      return at(firstBetween(rule.event, facts, { after: entered, before: endOfTime }), 'exitEvent')
    case 'unsubscribed':
      return (
        at(firstBetween(leftAll, facts, { after: entered, before: endOfTime }), 'unsubscribedFromAll') ??
        (facts.subscriptions['email:*'] === 'unsubscribed' ? at(entered, 'unsubscribedFromAll') : undefined)
      )
    case 'rule': {
      if (!isConfigured(rule.rule)) return undefined
      const asked = { rule: rule.rule, answer: rule.when === 'becomesTrue', facts, zone }
      const found = firstAnswer(asked, { from: entered, present, before: endOfTime })
      return found && (found.isFound ? at(found.moment, 'exitRule') : { moment: found.moment })
    }
  }
}

const at = (moment: Moment | undefined, because: NonNullable<EarlyExit['because']>): EarlyExit | undefined =>
  moment && { moment: { at: moment.at, seq: moment.seq }, because }

/** Says whether what a step changes may end the passage. */
export const hangsOnFacts = ({ exit }: JourneySettings): boolean =>
  exit.some(({ on }) => on === 'rule' || on === 'unsubscribed')

/** Names of the events that may end an enrollment early. */
export const exitEvents = ({ exit, goal }: JourneySettings): string[] =>
  exit.flatMap((rule) => eventsOf(rule, goal?.event.name))

function eventsOf(rule: ExitRule, goal: string | undefined): string[] {
  switch (rule.on) {
    case 'goal':
      return goal === undefined ? [] : [goal]
    case 'event':
      return [rule.event.name]
    case 'unsubscribed':
      return [leftAll.name]
    case 'rule':
      return ruleAwaits(rule.rule)
  }
}

/** Names of the events that exit rules and the goal ask about. */
export const exitReads = ({ exit, goal }: JourneySettings): string[] => [
  ...(goal ? [goal.event.name] : []),
  ...exit.flatMap((rule) => {
    if (rule.on === 'rule') return [...ruleEvents(rule.rule), ...standingSignals(rule.rule)]
    return rule.on === 'event' ? [rule.event.name] : rule.on === 'unsubscribed' ? [leftAll.name] : []
  }),
]

/** What of a contact exit rules ask beyond profile and events; since when the profile is as it is too. */
export const exitAsks = ({ exit }: JourneySettings): Aspect[] =>
  exit.flatMap((rule): Aspect[] => {
    if (rule.on === 'unsubscribed') return ['consent']
    if (rule.on !== 'rule') return []
    return [...ruleAsks(rule.rule), ...(ruleAttributes(rule.rule).length > 0 ? (['changes'] as const) : [])]
  })
