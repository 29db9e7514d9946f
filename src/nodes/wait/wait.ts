import { isMatchConfigured } from '../../audience/inspect.ts'
import { windowAsRead } from '../../engine/localTime.ts'
import { defineNodeType, type Held } from '../../engine/nodeType.ts'
import { blocks, type Problem } from '../../engine/problem.ts'
import { visitWait } from './visitWait.ts'
import { dateName, type WaitData, waitData } from './waitData.ts'

/**
 * Holds a contact for a time, until a time of day, outside a window of hours, until a date, or until an event happens, at
 * most for a time. An event from before the arrival does not count; one at the very end of the time is too late.
 */
export const wait = defineNodeType<WaitData>({
  type: 'wait',
  group: 'timing',
  data: waitData,
  blank: { until: 'duration', lasting: 'P1D' },
  ports: ({ until }) => (until === 'event' ? ['happened', 'timeout'] : ['next']),
  waits: true,
  mayPass: ({ until }) => until === 'window' || until === 'date',
  reads: (data) => (data.until === 'event' ? [data.event.name] : []),
  held: heldBy,
  visit: visitWait,
  check: problemsOf,
})

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
      return port === 'timeout' ? { atLeast: data.atMost, atMost: data.atMost } : { atMost: data.atMost }
  }
}
