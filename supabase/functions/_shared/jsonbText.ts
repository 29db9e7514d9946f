/**
 * JSON as Postgres can hold it: without the NUL characters and halves of characters that others' answers may bring along,
 * or a cut in the wrong place. One such text would keep everything beside it from being written down.
 */
export function jsonbText(value: unknown): string {
  const text = JSON.stringify(value)
  if (!text.includes('\\u')) return text
  return text.replace(/\\(u0000|ud[89a-f][0-9a-f]{2}|.)/g, (whole, what: string) => (what.length > 1 ? '' : whole))
}
