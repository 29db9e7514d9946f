import { isConfigured, isMatchConfigured, ruleAsks, ruleAttributes, ruleEvents } from '../../audience/inspect.ts'
import { isContradiction } from '../../engine/analyse/isContradiction.ts'
import { windowAsRead } from '../../engine/localTime.ts'
import { type Aspect, defineNodeType, type Held } from '../../engine/nodeType.ts'
import { blocks, type Problem, warns } from '../../engine/problem.ts'
import { standingSignals } from '../../engine/settledAt.ts'
import { visitWait } from './visitWait.ts'
import { dateName, type WaitData, waitData } from './waitData.ts'

/**
 * Holds a contact for a time, until a time of day, outside a window of hours, until a date, or until an event happens or a
 * rule holds, at most for a time. An event from before the arrival counts only as far back as the wait says; one at the very
 * end of the time is too late. Who fulfils the rule on arrival goes on at once.
 */
export const wait = defineNodeType<WaitData>({
  type: 'wait',
  group: 'timing',
  data: waitData,
  blank: { until: 'duration', lasting: 'P1D' },
  ports: ({ until }) => (until === 'event' || until === 'condition' ? ['happened', 'timeout'] : ['next']),
  waits: true,
  mayPass,
  reads,
  asks,
  held: heldBy,
  visit: visitWait,
  check: problemsOf,
})

function mayPass(data: WaitData): boolean {
  if (data.until === 'event') return data.since !== undefined
  return data.until === 'window' || data.until === 'date' || data.until === 'condition'
}

function reads(data: WaitData): string[] {
  if (data.until === 'event') return [data.event.name]
  return data.until === 'condition' ? [...ruleEvents(data.rule), ...standingSignals(data.rule)] : []
}

function asks(data: WaitData): Aspect[] {
  if (data.until !== 'condition') return []
  return [
    ...new Set<Aspect>([...ruleAsks(data.rule), ...(ruleAttributes(data.rule).length > 0 ? ['changes' as const] : [])]),
  ]
}

function problemsOf(data: WaitData): Problem[] {
  switch (data.until) {
    case 'duration':
      return []
    case 'localTime':
      return data.on?.length === 0 ? [blocks('wait.noWeekday')] : []
    case 'window':
      return [
        ...(windowAsRead(data) ? [] : [blocks('wait.emptyWindow')]),
        ...(data.on?.length === 0 ? [blocks('wait.noWeekday')] : []),
      ]
    case 'date':
      return dateName(data) === '' ? [blocks('wait.noDate')] : []
    case 'event':
      if (data.event.name === '') return [blocks('wait.noEvent')]
      return isMatchConfigured(data.event) ? [] : [blocks('wait.emptyCondition')]
    case 'condition':
      if (!isConfigured(data.rule)) return [blocks('wait.emptyRule')]
      return isContradiction([data.rule]) ? [warns('wait.neverHolds')] : []
  }
}

function heldBy(data: WaitData, port: string): Held {
  switch (data.until) {
    case 'duration':
      return { atLeast: data.lasting, atMost: data.lasting }
    case 'localTime':
    case 'window':
      return { atMost: data.on === undefined ? 'P1D' : 'P7D' }
    case 'date':
      return {}
    case 'event':
    case 'condition':
      return port === 'timeout' ? { atLeast: data.atMost, atMost: data.atMost } : { atMost: data.atMost }
  }
}
