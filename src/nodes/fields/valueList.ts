import { readAnyNumber } from './readAnyNumber.ts'

type Scalar = string | number | boolean

/** What the values of a list are: texts, numbers, or as they come. */
export const listKinds = ['list', 'numberList', 'anyList'] as const
export type ListKind = (typeof listKinds)[number]

/** The narrowest kind that has all values of a list. */
export function listKindOf(values: readonly Scalar[]): ListKind {
  if (values.every((each) => typeof each === 'string')) return 'list'
  return values.every((each) => typeof each === 'number') ? 'numberList' : 'anyList'
}

/**
 * Values between commas. A text that would be read otherwise – because it has a comma or looks like a number beside numbers –
 * stands in quotation marks.
 */
export function writeList(values: readonly Scalar[]): string {
  const kind = listKindOf(values)
  return values
    .map((each) => (typeof each === 'string' && !isPlain(each, kind) ? quoted(each) : String(each)))
    .join(', ')
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const isPlain = (text: string, kind: ListKind): boolean =>
  text !== '' && text === text.trim() && !/[,،"]/.test(text) && (kind === 'list' || typeof scalarIn(text) === 'string')

/** The values of a written list, each once; nothing where one is not of the kind, or a quotation mark is not closed. */
export function readList(text: string, kind: ListKind): Scalar[] | undefined {
  const parts = [...text.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,،"]*))\s*(?:[,،]|$)/gy)]
  if (parts.map(([whole]) => whole).join('') !== text) return undefined
  const values = parts.flatMap(([, marked, bare = '']): (Scalar | undefined)[] => {
    if (marked !== undefined) return kind === 'numberList' ? [undefined] : [marked.replaceAll('""', '"')]
    const word = bare.trim()
    if (word === '') return []
    if (kind === 'numberList') return [readAnyNumber(word)]
    return [kind === 'list' ? word : scalarIn(word)]
  })
  const known = values.flatMap((each) => each ?? [])
  return known.length < values.length ? undefined : [...new Set(known.filter((each) => each !== ''))]
}

const scalarIn = (word: string): Scalar =>
  word === 'true' ? true : word === 'false' ? false : (readAnyNumber(word) ?? word)
