import { isConfigured } from '../../audience/inspect.ts'
import { addDuration } from '../../engine/duration.ts'
import { firstAnswer, ruleAwaits } from '../../engine/firstAnswer.ts'
import { clockMoment, isAfter } from '../../engine/moment.ts'
import { type Decision, end, leave, type Visit, waitUntil } from '../../engine/nodeType.ts'
import type { WaitData, WaitFor } from './waitData.ts'

/**
 * Lets a contact go at the first moment since the arrival at which the rule holds: at once, with an event it asks about, or
 * because time went by. What changed meanwhile in the profile, in lists or in consent counts from when it changed.
 */
export function visitForCondition(visit: Visit<WaitData>, { rule, atMost }: WaitFor<'condition'>): Decision {
  if (!isConfigured(rule)) return end('notConfigured')
  const { arrived, moment, zone, facts } = visit
  const deadline = clockMoment(addDuration(arrived.at, atMost, zone))
  const look = firstAnswer({ rule, answer: true, facts, zone }, { from: arrived, present: moment, before: deadline })
  const until = look?.moment ?? deadline
  if (isAfter(until, moment)) return waitUntil(until, ruleAwaits(rule))
  return look?.isFound
    ? leave('happened', isAfter(until, arrived) ? 'conditionMet' : 'conditionHeld')
    : leave('timeout', 'conditionTimeout')
}
