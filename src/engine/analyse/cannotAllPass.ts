import { evaluate } from '../../audience/evaluate.ts'
import { noFacts } from '../../audience/facts.ts'
import type { Condition } from '../../audience/rule.ts'

type Test = Extract<Condition, { if: 'attribute' }>['test']

/** A test of a value, and whether the value is to pass it or to fail it. */
export interface WantedTest {
  test: Test
  holds: boolean
}

/** Says whether certainly no value answers all tests of it as wanted. Tests of a kind not known here tell nothing. */
export function cannotAllPass(wanted: readonly WantedTest[]): boolean {
  const left = wanted.map(valuesLeft).find((values) => values !== undefined)
  const fails = (value: unknown) => wanted.some(({ test, holds }) => isTimeless(test) && passes(test, value) !== holds)
  if (left) return left.every(fails)
  const isText = wanted.some(({ test, holds }) => holds && test.op === 'startsWith')
  const isTextOrList = isText || wanted.some(({ test, holds }) => holds && test.op === 'contains')
  const isNumber = wanted.some(({ test, holds }) => holds && isComparison(test))
  const isNothing = wanted.some(({ test, holds }) => test.op === (holds ? 'isMissing' : 'exists'))
  const isThere = wanted.some(({ test, holds }) => test.op === (holds ? 'exists' : 'isMissing'))
  if ([isTextOrList, isNumber, isNothing].filter(Boolean).length > 1 || (isNothing && isThere)) return true
  return textsClash(wanted, isText) || (isNumber && isEmpty(rangeOf(wanted), wanted))
}

/** The few values that a test leaves, apart from upper and lower case; nothing where it leaves many. */
function valuesLeft({ test, holds }: WantedTest): readonly unknown[] | undefined {
  if (test.op === 'in' && holds) return test.values
  return test.op === (holds ? 'is' : 'isNot') && 'value' in test ? [test.value] : undefined
}

const isComparison = ({ op }: Test): boolean => ['moreThan', 'atLeast', 'lessThan', 'atMost'].includes(op)

/** Says whether a test is known here, and answers the same for one value whenever and wherever it is asked. */
export const isTimeless = (test: Test): boolean =>
  isComparison(test) || ['is', 'isNot', 'in', 'contains', 'startsWith', 'exists', 'isMissing'].includes(test.op)

const timeless = { moment: { at: 0, seq: 0 }, zone: 'UTC' }

/** Asked of the rule language itself, so that both always agree. */
const passes = (test: Test, value: unknown): boolean =>
  evaluate({ if: 'attribute', attribute: 'value', test }, { ...noFacts, attributes: { value } }, timeless)

/** Beginnings that differ, or a text that must be there as a part of one that must not; a list may contain one and not the other. */
function textsClash(wanted: readonly WantedTest[], isText: boolean): boolean {
  return wanted.some(({ test, holds }) => {
    if (!holds || (test.op !== 'startsWith' && test.op !== 'contains')) return false
    return wanted.some(({ test: other, holds: otherHolds }) => {
      if (other.op === 'contains') return !otherHolds && passes(isText ? other : { ...other, op: 'is' }, test.value)
      if (other.op !== 'startsWith' || test.op !== 'startsWith') return false
      return otherHolds ? !passes(other, test.value) && !passes(test, other.value) : passes(other, test.value)
    })
  })
}

interface Range {
  low: number
  lowIsOut: boolean
  high: number
  highIsOut: boolean
}

function rangeOf(wanted: readonly WantedTest[]): Range {
  const range: Range = {
    low: Number.NEGATIVE_INFINITY,
    lowIsOut: false,
    high: Number.POSITIVE_INFINITY,
    highIsOut: false,
  }
  const above = (low: number, lowIsOut: boolean) => {
    if (low > range.low || (low === range.low && lowIsOut)) Object.assign(range, { low, lowIsOut })
  }
  const below = (high: number, highIsOut: boolean) => {
    if (high < range.high || (high === range.high && highIsOut)) Object.assign(range, { high, highIsOut })
  }
  for (const { test, holds } of wanted) {
    if (test.op === 'moreThan') holds ? above(test.value, true) : below(test.value, false)
    if (test.op === 'atLeast') holds ? above(test.value, false) : below(test.value, true)
    if (test.op === 'lessThan') holds ? below(test.value, true) : above(test.value, false)
    if (test.op === 'atMost') holds ? below(test.value, false) : above(test.value, true)
  }
  return range
}

function isEmpty({ low, lowIsOut, high, highIsOut }: Range, wanted: readonly WantedTest[]): boolean {
  if (low !== high) return low > high
  const isOut = ({ test, holds }: WantedTest) => test.op === (holds ? 'isNot' : 'is') && test.value === low
  return lowIsOut || highIsOut || wanted.some(isOut)
}
