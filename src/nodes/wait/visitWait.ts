import { firstBetween } from '../../audience/evaluate.ts'
import { readDate } from '../../engine/dateValue.ts'
import { addDuration } from '../../engine/duration.ts'
import { nextInWindow, nextLocalTime } from '../../engine/localTime.ts'
import { clockMoment, isAfter, type Moment } from '../../engine/moment.ts'
import { type Decision, end, leave, type Visit, waitUntil } from '../../engine/nodeType.ts'
import { visitForCondition } from './visitForCondition.ts'
import { dateName, type WaitData, type WaitFor } from './waitData.ts'

/** Decides for a contact at a wait. What is not configured ends the enrollment, since it must let nobody through. */
export function visitWait(visit: Visit<WaitData>): Decision {
  const { data, arrived, moment, zone } = visit
  switch (data.until) {
    case 'duration':
      return holdUntil(addDuration(arrived.at, data.lasting, zone), moment, 'timeElapsed')
    case 'localTime':
      return holdUntil(nextLocalTime(data, arrived.at, zone), moment, 'localTimeCame')
    case 'window':
      return visitForWindow(visit, data)
    case 'date':
      return visitForDate(visit, data)
    case 'event':
      return visitForEvent(visit, data)
    case 'condition':
      return visitForCondition(visit, data)
  }
}

function holdUntil(at: number | undefined, moment: Moment, because: string): Decision {
  if (at === undefined) return end('notConfigured')
  const over = clockMoment(at)
  return isAfter(over, moment) ? waitUntil(over) : leave('next', because)
}

/** Judged at the present, not at the arrival: after an outage nobody goes on outside the window. */
function visitForWindow({ arrived, moment, zone }: Visit<WaitData>, data: WaitFor<'window'>): Decision {
  const wasOpen = nextInWindow(data, arrived.at, zone) === arrived.at
  return holdUntil(nextInWindow(data, moment.at, zone), moment, wasOpen ? 'windowWasOpen' : 'windowOpened')
}

function visitForDate({ arrived, moment, zone, facts }: Visit<WaitData>, data: WaitFor<'date'>): Decision {
  const name = dateName(data)
  if (name === '') return end('notConfigured')
  const values = data.date.in === 'attribute' ? facts.attributes : facts.entryEvent
  const date = readDate(Object.hasOwn(values, name) ? values[name] : undefined, { ...data, zone })
  if (date === 'missing') return leave('next', 'dateMissing')
  if (date === 'unreadable') return leave('next', 'dateUnreadable')
  if (date <= arrived.at) return leave('next', 'datePast')
  return holdUntil(date, moment, 'dateCame')
}

function visitForEvent(
  { arrived, moment, zone, facts }: Visit<WaitData>,
  { event, atMost, since }: WaitFor<'event'>,
): Decision {
  const deadline = clockMoment(addDuration(arrived.at, atMost, zone))
  const after = since === undefined ? arrived : clockMoment(addDuration(arrived.at, `-${since}`, zone))
  const hit = firstBetween(event, facts, { after, before: deadline })
  const until = hit ? { at: hit.at, seq: hit.seq } : deadline
  if (isAfter(until, moment)) return waitUntil(until, [event.name])
  if (!hit) return leave('timeout', 'timeout')
  return leave('happened', isAfter(until, arrived) ? 'happened' : 'happenedBefore')
}
