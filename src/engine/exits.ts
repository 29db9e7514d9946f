import { firstBetween } from '../audience/evaluate.ts'
import type { Facts } from '../audience/facts.ts'
import { addDuration } from './duration.ts'
import type { JourneySettings } from './journey.ts'
import { clockMoment, isBefore, type Moment } from './moment.ts'

/** What ends an enrollment from outside its path, and when. */
export interface EarlyExit {
  moment: Moment
  because: 'goal' | 'exitEvent' | 'holdout'
}

const endOfTime = clockMoment(Number.POSITIVE_INFINITY)

/** The first exit rule that comes true after the entry, looking at all known events. */
export function firstExit(
  settings: JourneySettings,
  facts: Facts,
  { entered, zone }: { entered: Moment; zone: string },
): EarlyExit | undefined {
  const exits = settings.exit.flatMap((rule): EarlyExit[] => {
    const match = rule.on === 'goal' ? settings.goal?.event : rule.event
    if (!match) return []
    const before =
      rule.on === 'goal' && settings.goal ? clockMoment(addDuration(entered.at, settings.goal.within, zone)) : endOfTime
    const hit = firstBetween(match, facts, { after: entered, before })
    return hit ? [{ moment: { at: hit.at, seq: hit.seq }, because: rule.on === 'goal' ? 'goal' : 'exitEvent' }] : []
  })
  return exits.reduce<EarlyExit | undefined>(
    (first, exit) => (first && !isBefore(exit.moment, first.moment) ? first : exit),
    undefined,
  )
}

/** Names of the events that may end an enrollment early. */
export const exitEvents = ({ exit, goal }: JourneySettings): string[] =>
  exit.flatMap((rule) => (rule.on === 'event' ? [rule.event.name] : goal ? [goal.event.name] : []))
