import type { DateTest, Test, ValueTest } from '../../audience/rule.ts'
import { isWrittenDate } from '../../audience/writtenDate.ts'

export type Op = Test['op']
export type Kind = 'text' | 'number' | 'yesNo' | 'list' | 'date' | 'lasting'

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

/** The kinds of value that an author chooses among; the others follow from the comparison. */
export const kinds = ['text', 'number', 'yesNo'] as const satisfies readonly Kind[]

export const isDateTest = (test: Test): test is DateTest => dateOps.some((op) => op === test.op)

/** Says whether the fields can show a test: a list of anything but plain texts they cannot. */
export const isEditable = (test: Test): boolean =>
  !('values' in test) ||
  test.values.every((each) => typeof each === 'string' && each === each.trim() && !/[,،]/.test(each))

/** The draft that shows a test. */
export function draftOf(test: Test): TestDraft {
  const { op } = test
  if ('values' in test) return { op, kind: 'list', value: test.values.join(', ') }
  if ('lasting' in test) return { op, kind: 'lasting', value: test.lasting }
  if (!('value' in test)) return { op, kind: 'text', value: '' }
  return { op, kind: kindFor(op) ?? kindOf(test.value), value: String(test.value) }
}

/** The draft with another comparison; the value is kept where the comparison can use it. */
export function withOp({ kind: before, value }: TestDraft, op: Op): TestDraft {
  const kind = kindFor(op) ?? kinds.find((each) => each === before) ?? 'text'
  if (kind === 'lasting') return { op, kind, value: before === kind ? value : DEFAULT_LASTING }
  const keeps =
    kind === before ||
    (kind === 'date' ? isWrittenDate(value) : readNumber(value) !== undefined || (kind === 'list' && before === 'text'))
  return { op, kind, value: keeps ? value : '' }
}

const DEFAULT_LASTING = 'P30D'

/** The draft with another kind of value. */
export const withKind = (draft: TestDraft, kind: Kind): TestDraft => ({
  ...draft,
  kind,
  value: kind === 'yesNo' ? 'true' : draft.kind === 'yesNo' ? '' : draft.value,
})

/** The kind of value a comparison needs, or nothing where the author chooses. */
export function kindFor(op: Op): Kind | undefined {
  switch (op) {
    case 'is':
    case 'isNot':
      return undefined
    case 'in':
      return 'list'
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
      const values = readList(value)
      return values.length === 0 ? undefined : { op, values }
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

/** Texts between commas, Latin or Arabic. */
const readList = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,،]/)
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  ),
]

function readValue(kind: Kind, value: string): string | number | boolean | undefined {
  if (kind === 'yesNo') return value === 'true'
  if (kind === 'number') return readNumber(value)
  return value === '' ? undefined : value
}

function readNumber(text: string): number | undefined {
  const number = Number(text.trim().replace(',', '.'))
  return text.trim() !== '' && Number.isFinite(number) ? number : undefined
}

function kindOf(value: string | number | boolean): Kind {
  if (typeof value === 'boolean') return 'yesNo'
  return typeof value === 'number' ? 'number' : 'text'
}
