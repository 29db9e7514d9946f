/** Upper-case letters that Unicode got after version 15.1, which the oldest supported database knows. They keep their case. */
const NEWER = /[\u1C89\uA7CB\uA7CC\uA7CE\uA7D2\uA7D4\uA7DA\uA7DC\u{10D50}-\u{10D65}\u{16EA0}-\u{16EB8}]/u
const notNewer = new RegExp(`[^${NEWER.source.slice(1)}+`, 'gu')

/**
 * A text without regard to case: NFC, then each letter's own lower case, as Postgres has it in the collation `pg_c_utf8`.
 * So the dotted capital İ is i, the sigma at a word's end is any sigma, and ß is not ss.
 */
export function folded(text: string): string {
  const composed = text.normalize('NFC').replaceAll('İ', 'i')
  const lower = NEWER.test(composed) ? composed.replace(notNewer, (part) => part.toLowerCase()) : composed.toLowerCase()
  return lower.replaceAll('ς', 'σ')
}

/** The same in SQL, of an expression that is a text. */
export const foldedSql = (text: string): string =>
  `translate(lower(normalize(${text}, nfc) collate "pg_c_utf8"), 'ς', 'σ')`
