import { Temporal } from 'temporal-polyfill'
import { boundedCache } from '../content/boundedCache.ts'
import { addDuration } from '../engine/duration.ts'
import { endOfGap, nextMidnight, nextTransition } from './transitions.ts'

/** A look back or ahead from the present by a calendar duration. */
export interface Look {
  way: 'back' | 'ahead'
  lasting: string
}

/**
 * The earliest instant after `at` from which on the present, moved by a look, may lie on the other side of `border` than it does
 * at `at`: not yet there, or there and beyond. All in epoch milliseconds. It may be too early, never too late; nothing where the
 * side is settled for good. Between clock changes and, where months are counted, midnights the moved present runs at the pace of
 * the clock; so it is followed from one of these to the next.
 */
export function nextReach(
  border: number,
  { way, lasting }: Look,
  { at, zone }: { at: number; zone: string },
): number | undefined {
  const moved = (from: number) => addDuration(from, way === 'back' ? `-${lasting}` : lasting, zone)
  const span = spanOf(lasting)
  const [earliest, latest] =
    way === 'back' ? [border + span.least, border + span.most] : [border - span.most, border - span.least]
  if (at > latest) return undefined
  const isReached = at >= earliest && moved(at) >= border
  let looked = Math.max(at, earliest)
  for (let pieces = 0; pieces < MOST_PIECES; pieces += 1) {
    const place = moved(looked)
    if (place >= border !== isReached) return looked
    if (looked > latest) return undefined
    const meets = place < border ? looked + border - place : Number.POSITIVE_INFINITY
    const wall = way === 'back' ? place + span.clock : place - span.clock
    looked = Math.min(meets, looked + paceOf(wall, looked, { zone, span }))
    if (looked === Number.POSITIVE_INFINITY) return undefined
  }
  return looked
}

/** For how long the moved present, and the wall-clock time it is read from, keep the pace of the clock. */
function paceOf(wall: number, at: number, { zone, span }: { zone: string; span: Span }): number {
  if (!span.isDated) return Number.POSITIVE_INFINITY
  const gap = endOfGap(wall, zone) - wall
  return Math.min(
    nextTransition(at, zone) - at,
    nextTransition(wall, zone) - wall,
    gap > 0 ? gap : Number.POSITIVE_INFINITY,
    span.isMonthly ? nextMidnight(at, zone) - at : Number.POSITIVE_INFINITY,
  )
}

/** Pieces of the calendar that are followed before an instant is given that may be too early. */
const MOST_PIECES = 40

interface Span {
  /** Milliseconds it covers at least and at most, wherever it is counted. */
  least: number
  most: number
  /** The part that is hours and less. */
  clock: number
  /** Days are counted on the calendar of a zone. */
  isDated: boolean
  /** Months have different lengths. */
  isMonthly: boolean
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** More than any zone ever moved its clocks by. */
const CLOCK_CHANGES = 49 * HOUR

const spans = boundedCache<string, Span>(500)
const spanOf = (lasting: string): Span => spans(lasting, () => measured(Temporal.Duration.from(lasting)))

function measured(whole: Temporal.Duration): Span {
  const { years, months, weeks, days } = whole
  const clock = whole.with({ years: 0, months: 0, weeks: 0, days: 0 }).total('milliseconds')
  const isMonthly = years + months > 0
  const isDated = isMonthly || weeks + days > 0
  const fullYears = years + Math.floor(months / 12)
  const rest = months % 12
  const fixed = clock + (weeks * 7 + days) * DAY
  const slack = isDated ? CLOCK_CHANGES : 0
  return {
    least: fixed + (fullYears * 365 + Math.max(rest * 30 - 2, 0)) * DAY - slack,
    most: fixed + (fullYears * 366 + rest * 31) * DAY + slack,
    clock,
    isDated,
    isMonthly,
  }
}
