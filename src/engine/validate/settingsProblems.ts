import { isConfigured } from '../../audience/inspect.ts'
import type { JourneySettings } from '../journey.ts'
import { blocks, type Problem } from '../problem.ts'

/** What is wrong with the journey's settings: events and rules that are not filled in, leaving at a goal that is not set. */
export const settingsProblems = ({ goal, exit }: JourneySettings): Problem[] => [
  ...(goal?.event.name === '' ? [blocks('goalNoEvent')] : []),
  ...exit.flatMap((rule, index) => exitProblems(rule, { number: index + 1, hasGoal: goal !== undefined })),
]

function exitProblems(
  rule: JourneySettings['exit'][number],
  { number, hasGoal }: { number: number; hasGoal: boolean },
): Problem[] {
  switch (rule.on) {
    case 'goal':
      return hasGoal ? [] : [blocks('exitNoGoal')]
    case 'event':
      return rule.event.name === '' ? [blocks('exitNoEvent', { number })] : []
    case 'rule':
      return isConfigured(rule.rule) ? [] : [blocks('exitNoRule', { number })]
    case 'unsubscribed':
      return []
  }
}
