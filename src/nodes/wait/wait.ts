import { z } from 'zod'
import { firstBetween } from '../../audience/evaluate.ts'
import { isMatchConfigured } from '../../audience/inspect.ts'
import { eventMatch } from '../../audience/rule.ts'
import { addDuration, duration } from '../../engine/duration.ts'
import { clockMoment, isAfter } from '../../engine/moment.ts'
import { defineNodeType, leave, type Visit, waitUntil } from '../../engine/nodeType.ts'
import { blocks } from '../../engine/problem.ts'

const data = z.discriminatedUnion('until', [
  z.strictObject({ until: z.literal('duration'), lasting: duration }),
  z.strictObject({ until: z.literal('event'), event: eventMatch, atMost: duration }),
])
export type WaitData = z.infer<typeof data>

/**
 * Holds a contact for a fixed time counted from arrival, or until an event happens, at most for a time.
 * An event from before the arrival does not count; one at the very end of the time is too late.
 */
export const wait = defineNodeType<WaitData>({
  type: 'wait',
  group: 'timing',
  data,
  blank: { until: 'duration', lasting: 'P1D' },
  ports: (wanted) => (wanted.until === 'event' ? ['happened', 'timeout'] : ['next']),
  waits: true,
  reads: (wanted) => (wanted.until === 'event' ? [wanted.event.name] : []),
  visit: (visit) => (visit.data.until === 'event' ? visitForEvent(visit, visit.data) : visitForTime(visit, visit.data)),
  check(wanted) {
    if (wanted.until !== 'event') return []
    if (wanted.event.name === '') return [blocks('wait.noEvent')]
    return isMatchConfigured(wanted.event) ? [] : [blocks('wait.emptyCondition')]
  },
})

function visitForTime({ arrived, moment, zone }: Visit<WaitData>, { lasting }: WaitData & { until: 'duration' }) {
  const over = clockMoment(addDuration(arrived.at, lasting, zone))
  return isAfter(over, moment) ? waitUntil(over) : leave('next', 'timeElapsed')
}

function visitForEvent(
  { arrived, moment, zone, facts }: Visit<WaitData>,
  { event, atMost }: WaitData & { until: 'event' },
) {
  const deadline = clockMoment(addDuration(arrived.at, atMost, zone))
  const hit = firstBetween(event, facts, { after: arrived, before: deadline })
  const until = hit ? { at: hit.at, seq: hit.seq } : deadline
  if (isAfter(until, moment)) return waitUntil(until, [event.name])
  return hit ? leave('happened', 'happened') : leave('timeout', 'timeout')
}
