import type { DateTest, Test, ValueTest } from '../../audience/rule.ts'
import { isWrittenDate } from '../../audience/writtenDate.ts'
import { readAnyNumber as readNumber } from './readAnyNumber.ts'
import { type ListKind, listKindOf, listKinds, readList, writeList } from './valueList.ts'

export type Op = Test['op']
export type Kind = 'text' | 'number' | 'yesNo' | ListKind | 'date' | 'lasting'

/** A test while it is being written; it may still lack its value. */
export interface TestDraft {
  op: Op
  kind: Kind
  value: string
}

export const valueOps = [
  'is',
  'isNot',
  'in',
  'contains',
  'startsWith',
  'moreThan',
  'atLeast',
  'lessThan',
  'atMost',
  'exists',
  'isMissing',
] as const satisfies readonly ValueTest['op'][]

export const dateOps = [
  'before',
  'after',
  'withinLast',
  'withinNext',
  'anniversary',
] as const satisfies readonly DateTest['op'][]

const kinds = ['text', 'number', 'yesNo'] as const satisfies readonly Kind[]

/** The kinds of value that an author chooses among for a comparison; the others follow from it. */
export const kindsFor = (op: Op): readonly Kind[] => (op === 'in' ? listKinds : kinds)

export const isDateTest = (test: Test): test is DateTest => dateOps.some((op) => op === test.op)

/** The draft that shows a test. */
export function draftOf(test: Test): TestDraft {
  const { op } = test
  if ('values' in test) return { op, kind: listKindOf(test.values), value: writeList(test.values) }
  if ('lasting' in test) return { op, kind: 'lasting', value: test.lasting }
  if (!('value' in test)) return { op, kind: 'text', value: '' }
  return { op, kind: kindFor(op) ?? kindOf(test.value), value: String(test.value) }
}

/** The draft with another comparison; the value is kept where the comparison can use it. */
export function withOp({ kind: before, value }: TestDraft, op: Op): TestDraft {
  const kind = kindFor(op) ?? likest(op, before)
  if (kind === 'lasting') return { op, kind, value: before === kind ? value : DEFAULT_LASTING }
  if (op === 'in' && value !== '' && !isListKind(before))
    return { op, kind, value: writeList([asScalar(before, value)]) }
  const keeps = kind === before || (kind === 'date' ? isWrittenDate(value) : readNumber(value) !== undefined)
  return { op, kind, value: keeps ? value : '' }
}

/** The kind for a comparison that is nearest to another one: a number stays a number in a list of numbers. */
function likest(op: Op, before: Kind): Kind {
  if (op !== 'in') return kinds.find((each) => each === before) ?? (before === 'numberList' ? 'number' : 'text')
  if (isListKind(before)) return before
  return before === 'number' ? 'numberList' : before === 'yesNo' ? 'anyList' : 'list'
}

const asScalar = (kind: Kind, value: string): string | number | boolean => readValue(kind, value) ?? value

const DEFAULT_LASTING = 'P30D'

/** The draft with another kind of value. */
export const withKind = (draft: TestDraft, kind: Kind): TestDraft => ({
  ...draft,
  kind,
  value: kind === 'yesNo' ? 'true' : draft.kind === 'yesNo' ? '' : draft.value,
})

const isListKind = (kind: Kind): kind is ListKind => listKinds.some((each) => each === kind)

/** The kind of value a comparison needs, or nothing where the author chooses. */
export function kindFor(op: Op): Kind | undefined {
  switch (op) {
    case 'is':
    case 'isNot':
    case 'in':
      return undefined
    case 'before':
    case 'after':
      return 'date'
    case 'withinLast':
    case 'withinNext':
      return 'lasting'
    case 'moreThan':
    case 'atLeast':
    case 'lessThan':
    case 'atMost':
      return 'number'
    default:
      return 'text'
  }
}

/** Says whether a comparison compares with something. */
export const needsValue = (op: Op): boolean => op !== 'exists' && op !== 'isMissing' && op !== 'anniversary'

/** The finished test, or nothing while its value is missing or of another kind. */
export function readTest({ op, kind, value }: TestDraft): Test | undefined {
  switch (op) {
    case 'exists':
    case 'isMissing':
    case 'anniversary':
      return { op }
    case 'contains':
    case 'startsWith':
      return value === '' ? undefined : { op, value }
    case 'is':
    case 'isNot': {
      const read = readValue(kind, value)
      return read === undefined ? undefined : { op, value: read }
    }
    case 'in': {
      const values = isListKind(kind) ? readList(value, kind) : undefined
      return values === undefined || values.length === 0 ? undefined : { op, values }
    }
    case 'before':
    case 'after':
      return isWrittenDate(value.trim()) ? { op, value: value.trim() } : undefined
    case 'withinLast':
    case 'withinNext':
      return { op, lasting: value }
    default: {
      const number = readNumber(value)
      return number === undefined ? undefined : { op, value: number }
    }
  }
}

function readValue(kind: Kind, value: string): string | number | boolean | undefined {
  if (kind === 'yesNo') return value === 'true'
  if (kind === 'number') return readNumber(value)
  return value === '' ? undefined : value
}

function kindOf(value: string | number | boolean): Kind {
  if (typeof value === 'boolean') return 'yesNo'
  return typeof value === 'number' ? 'number' : 'text'
}
