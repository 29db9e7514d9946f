import type { JourneySettings } from '../journey.ts'
import { blocks, type Problem } from '../problem.ts'

/** What is wrong with the journey's settings: events without a name, and leaving at a goal that is not set. */
export const settingsProblems = ({ goal, exit }: JourneySettings): Problem[] => [
  ...(goal?.event.name === '' ? [blocks('goalNoEvent')] : []),
  ...exit.flatMap((rule, index) => {
    if (rule.on === 'goal') return goal ? [] : [blocks('exitNoGoal')]
    return rule.event.name === '' ? [blocks('exitNoEvent', { number: index + 1 })] : []
  }),
]
