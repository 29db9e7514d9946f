import { Temporal } from 'temporal-polyfill'

/** A point on the clock; `plain` if it was written without a zone and means the same wall-clock time everywhere. */
export interface WrittenMoment {
  epochMilliseconds: number
  plain: boolean
}

const plainDate = /^\d{4}-\d{2}-\d{2}$/
const plainDateTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/
// Beyond this many seconds the year is 5138; beyond it a number can only mean milliseconds.
const LARGEST_SECONDS = 1e11
const LARGEST_MILLISECONDS = 8.64e15

/**
 * Reads RFC 3339 instants, plain ISO 8601 dates and date-times (given as if in UTC), and Unix time in seconds or
 * milliseconds; null for anything else, such as February 30.
 */
export function readMoment(value: unknown): WrittenMoment | null {
  if (typeof value === 'number') return readNumber(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  try {
    if (plainDate.test(text)) return inUtc(Temporal.PlainDate.from(text).toPlainDateTime())
    if (plainDateTime.test(text)) return inUtc(Temporal.PlainDateTime.from(text))
    return { epochMilliseconds: Temporal.Instant.from(text).epochMilliseconds, plain: false }
  } catch {
    return null
  }
}

const inUtc = (time: Temporal.PlainDateTime): WrittenMoment => ({
  epochMilliseconds: time.toZonedDateTime('UTC').epochMilliseconds,
  plain: true,
})

function readNumber(value: number): WrittenMoment | null {
  const epochMilliseconds = Math.abs(value) < LARGEST_SECONDS ? value * 1000 : value
  const isPossible = Number.isFinite(epochMilliseconds) && Math.abs(epochMilliseconds) <= LARGEST_MILLISECONDS
  return isPossible ? { epochMilliseconds: Math.trunc(epochMilliseconds), plain: false } : null
}
