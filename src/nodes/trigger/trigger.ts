import { isComplete, isMatchConfigured } from '../../audience/inspect.ts'
import { defineNodeType, leave } from '../../engine/nodeType.ts'
import { blocks, type Problem } from '../../engine/problem.ts'
import { isRecurrence, occurrencesAfter } from './occurrences.ts'
import { type Schedule, type TriggerData, triggerData } from './triggerData.ts'

/** Lets contacts in: when they do something, when something becomes true of them, or when a time comes. */
export const trigger = defineNodeType<TriggerData>({
  type: 'trigger',
  group: 'entry',
  data: triggerData,
  blank: { on: 'event', event: { name: '', where: [] } },
  ports: () => ['next'],
  waits: false,
  reads: () => [],
  visit: () => leave('next', 'entered'),
  check(data) {
    switch (data.on) {
      case 'event':
        if (data.event.name === '') return [blocks('trigger.noEvent')]
        return isMatchConfigured(data.event) ? [] : [blocks('trigger.emptyCondition')]
      case 'segmentEntered':
      case 'segmentLeft':
        return data.segment === '' ? [blocks('trigger.noSegment')] : []
      case 'attribute':
        if (data.attribute.trim() === '') return [blocks('trigger.noAttribute')]
        return [data.from, data.to].every((test) => !test || isComplete(test)) ? [] : [blocks('trigger.emptyCondition')]
      case 'date':
        return data.attribute.trim() === '' ? [blocks('trigger.noDate')] : []
      case 'schedule':
        return scheduleProblems(data)
      case 'api':
      case 'manual':
        return []
    }
  },
})

function scheduleProblems({ start, repeat, segment }: Schedule): Problem[] {
  const problems = segment === '' ? [blocks('trigger.noSegment')] : []
  if (start === '') return [...problems, blocks('trigger.noStart')]
  if (repeat === undefined) return problems
  if (!isRecurrence(repeat)) return [...problems, blocks('trigger.badRepeat')]
  return occurrencesAfter({ start, repeat }, BEGINNING, 1).length > 0
    ? problems
    : [...problems, blocks('trigger.neverComes')]
}

/** Before every start. */
const BEGINNING = '0001-01-01T00:00'
