import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import type { Schedule } from './triggerData.ts'

/** The part of a schedule that says when. */
export type Timetable = Pick<Schedule, 'start' | 'repeat'>

/** The parts of an RRULE that count days: the time of day is the start's, and a rule comes at most once a day. */
const part =
  /^(FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)|(INTERVAL|COUNT)=[1-9]\d{0,3}|UNTIL=\d{8}|WKST=[A-Z]{2}|BY(DAY|MONTH|MONTHDAY|YEARDAY|WEEKNO|SETPOS)=[A-Z0-9,+-]+)$/

/** How many calendar periods are looked through before a rule counts as one without occurrences, such as 30 February. */
const MOST_PERIODS = 4000

/** Says whether a text is an RRULE of RFC 5545 that counts in days or more, and ends, if at all, by a count or a date. */
export const isRecurrence = (text: string): boolean =>
  text.split(';').every((each) => part.test(each)) && ruleFrom('2026-01-01T00:00', text) !== undefined

/**
 * The first occurrences strictly after a local time, as local times to the minute. Wall clocks are counted and no instants,
 * so that nine o'clock stays nine o'clock over every change of the clocks. `start` is one where it fits the rule.
 */
export function occurrencesAfter(timetable: Timetable, after: string, count: number): string[] {
  const { start, repeat } = timetable
  if (start === '') return []
  if (repeat === undefined) return start > after ? [start] : []
  const rule = ruleFrom(start, repeat)
  const found: string[] = []
  let from = after
  while (found.length < count) {
    const next = rule && attempt(() => rule.next(floating(from), false))
    if (!next) break
    from = written(next)
    found.push(from)
  }
  return found
}

/** The latest occurrence at or before a local time, or nothing. */
export function occurrenceUpTo({ start, repeat }: Timetable, until: string): string | undefined {
  if (start === '' || start > until) return undefined
  if (repeat === undefined) return start
  const rule = ruleFrom(start, repeat)
  const last = rule && attempt(() => rule.previous(floating(until), true))
  return last ? written(last) : undefined
}

/** The instant of a local time in a zone, in epoch milliseconds: moved on where the clocks skip it, the first where it comes twice. */
export const instantIn = (local: string, zone: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds

/** The local time of an instant in a zone, to the minute. */
export const localIn = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

const floating = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('UTC')
const written = (at: Temporal.ZonedDateTime) => at.toPlainDateTime().toString({ smallestUnit: 'minute' })

function ruleFrom(start: string, repeat: string) {
  const stamp = `${start.replaceAll(/[-:]/g, '')}00`
  return attempt(
    () =>
      new RRuleTemporal({
        rruleString: `DTSTART;TZID=UTC:${stamp}\nRRULE:${repeat.replace(/UNTIL=\d{8}/, '$&T235959Z')}`,
        temporal: Temporal,
        strict: true,
        maxIterations: MOST_PERIODS,
        cache: false,
      }),
  )
}

/** The library throws plain errors at what it cannot read, and where a rule has no occurrence within its bounds. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}
