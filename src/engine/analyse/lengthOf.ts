import { Temporal } from 'temporal-polyfill'
import { boundedCache } from '../../content/boundedCache.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How long units of the calendar are in days, at least and at most. */
const days = { shortest: { years: 365, months: 28 }, longest: { years: 366, months: 31 } }

const known = boundedCache<string, number>(2000)

/** The milliseconds of an ISO 8601 duration at its shortest or longest: a month has 28 to 31 days; a day counts 24 hours. */
export const lengthOf = (iso: string, extreme: 'shortest' | 'longest'): number =>
  known(`${extreme} ${iso}`, () => measured(iso, extreme))

function measured(iso: string, extreme: 'shortest' | 'longest'): number {
  const lasting = Temporal.Duration.from(iso)
  const { years, months } = days[extreme]
  const whole = lasting.years * years + lasting.months * months + lasting.weeks * 7 + lasting.days
  const rest = Temporal.Duration.from({
    hours: lasting.hours,
    minutes: lasting.minutes,
    seconds: lasting.seconds,
    milliseconds: lasting.milliseconds,
  })
  return whole * DAY + rest.total('milliseconds')
}
