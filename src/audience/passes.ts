import { addDuration } from '../engine/duration.ts'
import { folded } from './folded.ts'
import type { Comparison, DateTest, Test, ValueTest } from './rule.ts'
import { anniversariesAt, instantOf, isWrittenDate } from './writtenDate.ts'

/** When and where a date is judged: epoch milliseconds, and the zone of the contact's calendar. */
export interface When {
  at: number
  zone: string
}

/** Says whether a value passes a test at a present; docs/journey-format.md has the table. */
export function passesAt(test: Test, value: unknown, when: When): boolean {
  switch (test.op) {
    case 'before':
    case 'after':
    case 'withinLast':
    case 'withinNext':
    case 'anniversary':
      return passesDate(test, value, when)
    default:
      return passes(test, value)
  }
}

/** Says whether a value passes a test that is the same at any time. */
export function passes(test: ValueTest, value: unknown): boolean {
  switch (test.op) {
    case 'exists':
      return !isNothing(value)
    case 'isMissing':
      return isNothing(value)
    case 'is':
      return equal(value, test.value)
    case 'isNot':
      return !equal(value, test.value)
    case 'in':
      return test.values.some((each) => equal(value, each))
    case 'contains':
      return Array.isArray(value)
        ? value.some((element) => equal(element, test.value))
        : typeof value === 'string' && folded(value).includes(folded(test.value))
    case 'startsWith':
      return typeof value === 'string' && folded(value).startsWith(folded(test.value))
    default:
      return typeof value === 'number' && compares(value, test.op, test.value)
  }
}

/** Says how two numbers stand to each other. */
export function compares(one: number, op: Comparison, other: number): boolean {
  switch (op) {
    case 'moreThan':
      return one > other
    case 'atLeast':
      return one >= other
    case 'lessThan':
      return one < other
    case 'atMost':
      return one <= other
  }
}

function passesDate(test: DateTest, value: unknown, { at, zone }: When): boolean {
  if (test.op === 'anniversary') {
    return typeof value === 'string' && isWrittenDate(value) && anniversariesAt(at, zone).includes(value.slice(5, 10))
  }
  const instant = instantOf(value, zone)
  if (instant === undefined) return false
  switch (test.op) {
    case 'before':
      return instant < (instantOf(test.value, zone) ?? Number.NaN)
    case 'after':
      return instant > (instantOf(test.value, zone) ?? Number.NaN)
    case 'withinLast':
      return instant <= at && instant >= addDuration(at, `-${test.lasting}`, zone)
    case 'withinNext':
      return instant > at && instant <= addDuration(at, test.lasting, zone)
  }
}

/** The empty text and the empty list say nothing. */
const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const equal = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'string' && typeof other === 'string' && folded(one) === folded(other))
