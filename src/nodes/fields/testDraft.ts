import type { Test, ValueTest } from '../../audience/rule.ts'

/** The tests these fields can show and change. */
export type Editable = Exclude<ValueTest, { op: 'in' }>
export type Op = Editable['op']
export type Kind = 'text' | 'number' | 'yesNo'

/** A value test while it is being written; it may still lack its value. */
export interface TestDraft {
  op: Op
  kind: Kind
  value: string
}

export const ops = [
  'is',
  'isNot',
  'contains',
  'startsWith',
  'moreThan',
  'atLeast',
  'lessThan',
  'atMost',
  'exists',
  'isMissing',
] as const satisfies readonly Op[]

/** Says whether these fields can show a test. */
export const isEditable = (test: Test): test is Editable => ops.some((op) => op === test.op)

export const kinds = ['text', 'number', 'yesNo'] as const satisfies readonly Kind[]

/** The draft that shows a test. */
export function draftOf(test: Editable): TestDraft {
  if (!('value' in test)) return { op: test.op, kind: 'text', value: '' }
  return { op: test.op, kind: kindOf(test.value), value: String(test.value) }
}

/** The draft with another comparison; the value is kept where the comparison can use it. */
export function withOp(draft: TestDraft, op: Op): TestDraft {
  const kind = kindFor(op) ?? draft.kind
  return kind === draft.kind || readNumber(draft.value) !== undefined ? { ...draft, op, kind } : { op, kind, value: '' }
}

/** The draft with another kind of value. */
export const withKind = (draft: TestDraft, kind: Kind): TestDraft => ({
  ...draft,
  kind,
  value: kind === 'yesNo' ? 'true' : draft.kind === 'yesNo' ? '' : draft.value,
})

/** The kind of value a comparison needs, or nothing where the author chooses. */
export function kindFor(op: Op): Kind | undefined {
  if (op === 'contains' || op === 'startsWith') return 'text'
  if (op === 'is' || op === 'isNot') return undefined
  return needsValue(op) ? 'number' : 'text'
}

/** Says whether a comparison compares with something. */
export const needsValue = (op: Op): boolean => op !== 'exists' && op !== 'isMissing'

/** The finished test, or nothing while its value is missing or no number. */
export function readTest({ op, kind, value }: TestDraft): Editable | undefined {
  switch (op) {
    case 'exists':
    case 'isMissing':
      return { op }
    case 'contains':
    case 'startsWith':
      return value === '' ? undefined : { op, value }
    case 'is':
    case 'isNot': {
      const read = readValue(kind, value)
      return read === undefined ? undefined : { op, value: read }
    }
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

function readNumber(text: string): number | undefined {
  const number = Number(text.trim().replace(',', '.'))
  return text.trim() !== '' && Number.isFinite(number) ? number : undefined
}

function kindOf(value: string | number | boolean): Kind {
  if (typeof value === 'boolean') return 'yesNo'
  return typeof value === 'number' ? 'number' : 'text'
}
