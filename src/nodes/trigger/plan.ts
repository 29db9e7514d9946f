import { instantIn, localIn, occurrencesAfter, occurrenceUpTo } from './occurrences.ts'
import type { Schedule } from './triggerData.ts'

/** Where a local time is first and last on earth. */
const FIRST_ZONE = 'Pacific/Kiritimati'
const LAST_ZONE = 'Etc/GMT+12'
const DAY_MS = 86_400_000

/** What comes of a schedule next. Occurrences up to `last`, a local time, are over; `at` is in epoch milliseconds. */
export interface Plan {
  last: string
  next?: { occurrence: string; at: number }
}

interface Present {
  now: number
  /** The zone of the workspace. */
  zone: string
}

/** The plan of a schedule that begins now: what is over everywhere by now does not come any more. */
export function firstPlan(schedule: Schedule, { now, zone }: Present): Plan {
  const last = latestBy(schedule, { now, zone: schedule.zone === 'contact' ? LAST_ZONE : zone }) ?? ''
  return planAfter(schedule, last, zone)
}

/**
 * What is due of a schedule, and its plan from then on. Of several occurrences missed, as after an outage, only the latest is
 * due. In the contacts' own zones an occurrence is due as soon as it has come anywhere on earth; whom it has not come to yet waits.
 */
export function dueOf(schedule: Schedule, last: string, { now, zone }: Present): Plan & { due?: string } {
  const latest = latestBy(schedule, { now, zone: schedule.zone === 'contact' ? FIRST_ZONE : zone })
  const isNew = latest !== undefined && latest > last
  return { ...planAfter(schedule, isNew ? latest : last, zone), ...(isNew && { due: latest }) }
}

function planAfter(schedule: Schedule, last: string, zone: string): Plan {
  const [next] = occurrencesAfter(schedule, last === '' ? BEGINNING : last, 1)
  const first = schedule.zone === 'contact' ? FIRST_ZONE : zone
  return { last, ...(next !== undefined && { next: { occurrence: next, at: instantIn(next, first) } }) }
}

/** Before every start. */
const BEGINNING = '0001-01-01T00:00'

/** The last occurrence that has come in a zone by an instant. Wall clocks may go back, so a day more is looked at. */
function latestBy(schedule: Schedule, { now, zone }: Present): string | undefined {
  let latest = occurrenceUpTo(schedule, localIn(now + DAY_MS, zone))
  while (latest !== undefined && instantIn(latest, zone) > now) latest = occurrenceUpTo(schedule, minuteBefore(latest))
  return latest
}

const minuteBefore = (local: string): string => localIn(instantIn(local, 'UTC') - 60_000, 'UTC')
