import type { Direction } from './locales.ts'

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'
const LEFT_TO_RIGHT_ISOLATE = '\u2066'
const MARKS = { ltr: '\u200e', rtl: '\u200f' }

const RIGHT_TO_LEFT = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}'
const rightToLeft = new RegExp(`[${RIGHT_TO_LEFT}]`, 'u')
const firstStrong = new RegExp(`[\\p{L}${RIGHT_TO_LEFT}]`, 'u')
const isolated = /[\u2066-\u2068][^\u2069\n]*\u2069/g

/**
 * A value inside plain text, kept from reordering its surroundings. Isolates are added where the message is written
 * right to left or the value is; a Latin name in a Dutch subject stays free of invisible characters, which would spoil
 * searching, copying and some spam filters, and there is nothing to reorder. An isolate ends with its line, so every
 * line gets its own.
 */
export function isolate(value: string, dir: Direction): string {
  if (dir === 'ltr' && !rightToLeft.test(value)) return value
  return value.replace(/[^\n]+/g, (line) => `${FIRST_STRONG_ISOLATE}${line}${POP_ISOLATE}`)
}

/** An address inside plain text; in angle brackets (RFC 3986, appendix C), so that no mark becomes part of it. */
export const isolateUrl = (url: string, dir: Direction): string =>
  dir === 'ltr' ? `<${url}>` : `${LEFT_TO_RIGHT_ISOLATE}<${url}>${POP_ISOLATE}`

/**
 * Plain text has no `dir`: readers guess the direction of a line from its first strong letter outside isolates. Where
 * they would guess wrong, as in an Arabic subject that begins with a Latin brand, a mark is put before the line.
 */
export function withBaseDirection(text: string, dir: Direction): string {
  return text.replace(/[^\n]+/g, (line) => {
    const letter = firstStrong.exec(line.replace(isolated, ''))?.[0]
    // Nothing but isolates and digits counts as left to right.
    const guessed = letter && rightToLeft.test(letter) ? 'rtl' : 'ltr'
    return guessed === dir ? line : `${MARKS[dir]}${line}`
  })
}
